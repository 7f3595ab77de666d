#include "tests/ui/transcript/hostile_document.h"

#include "kernels/base/words.h"

namespace tf::test {

namespace {

using Strings = std::vector<std::string>;

Strings addresses(const std::string& local)
{
    return {
        "http://127.0.0.1:9/p.png",
        "https://localhost/pixel.gif?who=you",
        "//example.invalid/p.png",
        "ftp://example.invalid/f",
        "ws://127.0.0.1:9/",
        "gopher://example.invalid/1",
        "file://" + local,
        "file://localhost" + local,
        "FILE://" + local,
        local,
        "/etc/passwd",
        "/proc/self/environ",
        "~/.ssh/id_rsa",
        "../../../../../../etc/hosts",
        "./p.png",
        "\\\\\\\\example.invalid\\\\share\\\\p.png",
        "C:\\\\Windows\\\\win.ini",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
        "data:text/html,<script>fetch('http://127.0.0.1:9/')</script>",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image "
        "href='http://a.invalid'/>",
        "javascript:alert(1)",
        "vbscript:x",
        "qrc:/icons/trifold.svg",
        ":/icons/trifold.svg",
        "resource://trifold/theme",
        "cid:1",
        "blob:http://127.0.0.1:9/1",
        "view-source:file://" + local,
        "jar:file://" + local + "!/x",
        "mailto:a@example.invalid?attach=" + local,
        "smb://example.invalid/share",
        "x-man-page://ls",
        "http://127.0.0.1:9/%2e%2e/%00",
        "http://[::1]:9/",
        "http://xn--e1afmkfd.invalid/",
    };
}

/// Shapes with one address, "@".
const Strings kShapes{
    "![picture](@)",
    "![a](<@>)",
    "![a](@ \"title\")",
    "[link](@)",
    "[![both](@)](@)",
    "[link]: @",
    "![ref][r]\n\n[r]: @",
    "<@>",
    "@",
    "<img src=\"@\">",
    "<img src='@' onerror='fetch(\"@\")'>",
    "<iframe src=@></iframe>",
    "<object data=\"@\"><embed src=\"@\"></object>",
    "<link rel=\"stylesheet\" href=\"@\">",
    "<style>@import url(\"@\"); body { background: url(@) }</style>",
    "<div style=\"background-image:url('@')\">x</div>",
    "<script src=\"@\"></script>",
    "<svg><image href=\"@\" xlink:href=\"@\"/><use href=\"@#x\"/></svg>",
    "<video src=\"@\" poster=\"@\" autoplay></video>",
    "<audio autoplay src=@>",
    "<meta http-equiv=refresh content=\"0;url=@\">",
    "<base href=\"@\">",
    "<?xml-stylesheet href=\"@\"?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"@\">]><x>&e;</x>",
    "```html\n<img src=\"@\">\n```",
    "```svg\n<svg><image href=\"@\"/></svg>\n```",
    "```mermaid\ngraph TD; A-->B; click A \"@\"\n```",
    "    @",
    "`@`",
    "$\\includegraphics{@} \\href{@}{x} \\input{@}$",
    "$$\\url{@}$$",
    "| a | ![p](@) |\n|---|---|\n| <img src=\"@\"> | [x](@) |",
    "- [ ] ![p](@)\n- [x] <@>",
    "> > ![p](@)\n> > <img src=@>",
    "# ![p](@)",
    "**![p](@)** *[x](@)* ~~<@>~~",
    "[^1]\n\n[^1]: ![p](@)",
    ":::include @\n:::",
    "{{< include @ >}}",
    "&#33;&#91;p&#93;&#40;@&#41;",
    "src=\"@\" href='@' url(@)",
};

std::string filled(const std::string& shape, const std::string& address)
{
    std::string out;
    for (const char c : shape) {
        if (c == '@')
            out += address;
        else
            out += c;
    }
    return out;
}

} // namespace

std::string hostileDocument(Gen& gen, const std::string& local)
{
    const Strings all = addresses(local);
    std::string text;
    const auto count = gen.between(1, 8);
    for (std::int64_t piece = 0; piece < count; ++piece) {
        std::string shape = gen.pick(kShapes);
        if (gen.oneIn(4))
            shape = filled("> @\n- @", shape);
        if (gen.oneIn(6)) // cut anywhere: what is not closed is text, or goes on
            shape.resize(gen.below(shape.size() + 1));
        text += filled(shape, gen.pick(all)) + (gen.oneIn(3) ? " " : "\n\n");
    }
    return text;
}

std::string everyHostilePiece(const std::string& local)
{
    std::string text;
    for (const std::string& shape : kShapes)
        text += filled(shape, local) + "\n\n";
    for (const std::string& address : addresses(local))
        text += filled("![p](@) <@> **@** `@` *@*", address) + "\n\n";
    return text;
}

} // namespace tf::test
