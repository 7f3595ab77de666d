#include "ui/code/rows/rows.h"

namespace tf::ui {

namespace {

constexpr StringForm kPlainStrings[] = {{.open = "\"", .close = "\""}};
constexpr StringForm kLongStrings[] = {{.open = "\"", .close = "\"", .lines = Lines::Many}};
constexpr StringForm kSharpFunctional[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many, .escape = 0},
    {.open = "$\"", .close = "\"", .hole = "{"},
    {.open = "\"", .close = "\"", .lines = Lines::Many},
};
constexpr StringForm kElixirStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many, .hole = "#{"},
    {.open = "\"", .close = "\"", .lines = Lines::Many, .hole = "#{"},
    {.open = "'", .close = "'", .lines = Lines::Many},
    {.open = "~r/", .close = "/"},
    {.open = "~w(", .close = ")"},
    {.open = "~s(", .close = ")"},
};
constexpr StringForm kErlangStrings[] = {
    {.open = "\"", .close = "\"", .lines = Lines::Many},
    {.open = "'", .close = "'"},
};
constexpr StringForm kNixStrings[] = {
    {.open = "''", .close = "''", .lines = Lines::Many, .escape = 0, .hole = "${"},
    {.open = "\"", .close = "\"", .lines = Lines::Many, .hole = "${"},
};

constexpr Sigil kElixirSigils[] = {{'@', Ink::Macro},
                                   {':', Ink::Type, Sigil::Place::ApartFromNames}};
constexpr Sigil kErlangSigils[] = {{'?', Ink::Macro}, {'-', Ink::Macro, Sigil::Place::LineStart}};
constexpr Sigil kLispSigils[] = {{':', Ink::Type, Sigil::Place::ApartFromNames}};

constexpr Row kFunctionalRows[] = {
    {.title = "Haskell",
     .names = "haskell hs lhs elm purescript",
     .keywords =
         "as case class data default deriving do else family forall foreign hiding if import "
         "in infix infixl infixr instance let mdo module newtype of proc qualified rec then "
         "type where",
     .types = "otherwise",
     .lineComments = "--",
     .blockOpen = "{-",
     .blockClose = "-}",
     .strings = kPlainStrings,
     .innerLetters = "'",
     .traits = kNests | kCapitalTypes | kTickIsLetter},
    {.title = "OCaml",
     .names = "ocaml ml mli reason",
     .keywords =
         "and as assert begin class constraint do done downto else end exception external for "
         "fun function functor if in include inherit initializer lazy let match method "
         "module mutable new nonrec object of open or private rec sig struct then to try "
         "type val virtual when while with",
     .types = "bool bytes char exn float int list option string unit true false",
     .blockOpen = "(*",
     .blockClose = "*)",
     .strings = kLongStrings,
     .innerLetters = "'",
     .traits = kNests | kCapitalTypes | kTickIsLetter},
    {.title = "F#",
     .names = "fsharp f# fs fsx fsi",
     .keywords =
         "abstract and as assert base begin class default delegate do done downcast else end "
         "exception extern finally fixed for fun function if in inherit inline interface "
         "internal lazy let match member module mutable namespace new of open or override "
         "private public rec return static struct then to try type upcast use val void when "
         "while with yield",
     .types = "bool byte char decimal float int int64 list option seq string unit true false null",
     .lineComments = "//",
     .blockOpen = "(*",
     .blockClose = "*)",
     .strings = kSharpFunctional,
     .traits = kNests | kCapitalTypes | kTickIsLetter},
    {.title = "Elixir",
     .names = "elixir ex exs heex",
     .keywords = "after alias and case catch cond defmodule defstruct defimpl defprotocol "
                 "defexception do else end fn for if import in not or quote raise receive require "
                 "rescue super try unless unquote use when with",
     .definers = "def defp defmacro defmacrop defguard",
     .types = "true false nil",
     .lineComments = "#",
     .strings = kElixirStrings,
     .sigils = kElixirSigils,
     .innerLetters = "?!",
     .traits = kCalls | kCapitalTypes},
    {.title = "Erlang",
     .names = "erlang erl hrl",
     .keywords =
         "after and andalso band begin bnot bor bsl bsr bxor case catch div else end fun if "
         "let maybe not of or orelse receive rem try when xor",
     .types = "true false undefined ok error",
     .lineComments = "%",
     .strings = kErlangStrings,
     .sigils = kErlangSigils,
     .traits = kCalls},
    {.title = "Lisp",
     .names = "lisp clojure clj cljs edn scheme scm rkt racket elisp el commonlisp",
     .keywords = "begin case catch cond do dolist dotimes doseq else finally fn for if if-let "
                 "if-not lambda let let* letfn letrec loop ns progn quote recur require setf setq "
                 "set! throw try unless when when-let while",
     .definers = "def define defn defn- defun defmacro defvar defparameter defmethod defstruct "
                 "defprotocol defrecord define-syntax",
     .types = "nil true false t",
     .lineComments = ";",
     .blockOpen = "#|",
     .blockClose = "|#",
     .strings = kLongStrings,
     .sigils = kLispSigils,
     .nameLetters = "*",
     .innerLetters = "-?!>/",
     .traits = kNests},
    {.title = "Nix",
     .names = "nix",
     .keywords = "assert else if in inherit let or rec then with import",
     .types = "true false null builtins",
     .lineComments = "#",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kNixStrings,
     .innerLetters = "-'",
     .keyEnd = '='},
};

} // namespace

std::span<const Row> functionalRows()
{
    return kFunctionalRows;
}

} // namespace tf::ui
