#include "ui/code/reader.h"
#include "ui/code/rows/rows.h"

namespace tf::ui {

namespace {

constexpr StringForm kShellStrings[] = {
    {.open = "$'", .close = "'"},
    {.open = "\"", .close = "\"", .lines = Lines::Many, .hole = "$("},
    {.open = "'", .close = "'", .lines = Lines::Many, .escape = 0},
};
constexpr StringForm kPowerStrings[] = {
    {.open = "@\"", .close = "\"@", .lines = Lines::Many, .escape = '`'},
    {.open = "@'", .close = "'@", .lines = Lines::Many, .escape = 0},
    {.open = "\"", .close = "\"", .lines = Lines::Many, .escape = '`', .hole = "$("},
    {.open = "'", .close = "'", .lines = Lines::Many, .escape = '\''},
};
constexpr StringForm kDockerStrings[] = {{.open = "\"", .close = "\""},
                                         {.open = "'", .close = "'"}};
constexpr StringForm kCMakeStrings[] = {{.open = "\"", .close = "\"", .lines = Lines::Many}};
constexpr StringForm kTerraformStrings[] = {{.open = "\"", .close = "\"", .hole = "${"}};
constexpr StringForm kVimStrings[] = {{.open = "\"", .close = "\""},
                                      {.open = "'", .close = "'", .escape = '\''}};

constexpr Sigil kDollarValue[] = {{'$', Ink::Macro}};
constexpr Sigil kPowerSigils[] = {{'$', Ink::Plain},
                                  {'-', Ink::Keyword, Sigil::Place::ApartFromNames}};

constexpr Row kShellRows[] = {
    {.title = "Shell",
     .names = "bash sh shell zsh ksh fish console shell-session",
     .files = ".bashrc .profile .zshrc .bash_profile pkgbuild",
     .keywords =
         "case coproc do done elif else esac fi for if in select then time until while break "
         "continue return exit export local readonly declare typeset unset shift source "
         "eval exec set trap alias",
     .definers = "function",
     .types = "true false",
     .lineComments = "#",
     .strings = kShellStrings,
     .sigils = kDollarValue,
     .innerLetters = "-",
     .traits = kCalls | kSpaceBeforeComment | kHeredoc},
    {.title = "PowerShell",
     .names = "powershell ps1 psm1 psd1 pwsh",
     .keywords = "begin break catch class continue data do dynamicparam else elseif end enum exit "
                 "finally for foreach from hidden if in param process return static switch throw "
                 "trap try until using var while",
     .definers = "function filter",
     .types = "string int bool array hashtable object void",
     .lineComments = "#",
     .blockOpen = "<#",
     .blockClose = "#>",
     .strings = kPowerStrings,
     .sigils = kPowerSigils,
     .innerLetters = "-",
     .traits = kAnyCase | kCalls | kCapitalTypes},
    {.title = "Dockerfile",
     .names = "dockerfile docker containerfile",
     .files = "dockerfile containerfile",
     .keywords =
         "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN "
         "SHELL STOPSIGNAL USER VOLUME WORKDIR",
     .types = "AS",
     .lineComments = "#",
     .strings = kDockerStrings,
     .sigils = kDollarValue,
     .innerLetters = "-",
     .traits = kAnyCase | kSpaceBeforeComment | kFirstWord | kHeredoc},
    {.title = "Makefile",
     .names = "makefile make mk mak gnumake",
     .files = "makefile gnumakefile",
     .reader = inkMakefile},
    {.title = "CMake",
     .names = "cmake",
     .files = "cmakelists.txt",
     .keywords =
         "if elseif else endif foreach endforeach while endwhile function endfunction macro "
         "endmacro return break continue include block endblock AND OR NOT MATCHES STREQUAL "
         "VERSION_LESS VERSION_GREATER DEFINED EXISTS",
     .types = "ON OFF TRUE FALSE YES NO PUBLIC PRIVATE INTERFACE REQUIRED STATIC SHARED",
     .lineComments = "#",
     .strings = kCMakeStrings,
     .sigils = kDollarValue,
     .innerLetters = "-",
     .traits = kCalls | kLongBrackets},
    {.title = "Terraform",
     .names = "terraform hcl tf tfvars",
     .keywords =
         "resource data variable output provider module locals terraform backend for_each for "
         "in if dynamic lifecycle moved import",
     .types = "true false null string number bool list map set object any",
     .lineComments = "# //",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kTerraformStrings,
     .innerLetters = "-",
     .keyEnd = '=',
     .traits = kCalls | kHeredoc},
    {.title = "Vim",
     .names = "vim viml vimscript",
     .files = ".vimrc",
     .keywords = "augroup autocmd break call catch command continue echo else elseif endfor "
                 "endfunction endif endtry endwhile execute finally finish for highlight if in let "
                 "map nmap nnoremap noremap inoremap vnoremap return set setlocal silent source "
                 "syntax throw try unlet while normal filetype plugin",
     .definers = "function function! def",
     .types = "v:true v:false v:null",
     .strings = kVimStrings,
     .innerLetters = "!:",
     .traits = kCalls | kQuoteComment},
};

} // namespace

std::span<const Row> shellRows()
{
    return kShellRows;
}

} // namespace tf::ui
