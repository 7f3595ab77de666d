#include "ui/code/rows/rows.h"

namespace tf::ui {

namespace {

constexpr StringForm kCStrings[] = {{.open = "\"", .close = "\""}, {.open = "'", .close = "'"}};
constexpr StringForm kGoStrings[] = {
    {.open = "\"", .close = "\""},
    {.open = "'", .close = "'"},
    {.open = "`", .close = "`", .lines = Lines::Many, .escape = 0}};
constexpr StringForm kRustStrings[] = {{.open = "\"", .close = "\"", .lines = Lines::Many}};
constexpr StringForm kSwiftStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .lines = Lines::Many, .hole = "\\("},
    {.open = "#\"", .close = "\"#", .escape = 0},
    {.open = "\"", .close = "\"", .hole = "\\("}};
constexpr StringForm kObjectiveStrings[] = {
    {.open = "@\"", .close = "\""}, {.open = "\"", .close = "\""}, {.open = "'", .close = "'"}};
constexpr StringForm kDStrings[] = {{.open = "\"", .close = "\"", .lines = Lines::Many},
                                    {.open = "`", .close = "`", .lines = Lines::Many, .escape = 0},
                                    {.open = "'", .close = "'"}};
constexpr StringForm kZigStrings[] = {{.open = "\"", .close = "\""},
                                      {.open = "'", .close = "'"},
                                      {.open = "\\\\", .close = "\n", .escape = 0}};

constexpr Sigil kDirective[] = {{'#', Ink::Macro, Sigil::Place::LineStart}};
constexpr Sigil kAtName[] = {{'@', Ink::Macro}};
constexpr Sigil kAtAndDirective[] = {{'@', Ink::Macro}, {'#', Ink::Macro, Sigil::Place::LineStart}};
constexpr Sigil kAssembly[] = {{'.', Ink::Macro, Sigil::Place::LineStart},
                               {'%', Ink::Type},
                               {'#', Ink::Macro, Sigil::Place::LineStart}};

constexpr std::string_view kCKeywords =
    "alignas alignof asm auto break case const constexpr continue default do else enum extern for "
    "goto if inline register restrict return sizeof static static_assert struct switch "
    "thread_local typedef typeof union volatile while _Alignas _Alignof _Atomic _Generic "
    "_Noreturn _Static_assert _Thread_local";
constexpr std::string_view kCTypes =
    "bool char double float int long short signed unsigned void size_t ssize_t ptrdiff_t intptr_t "
    "uintptr_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t wchar_t char8_t "
    "char16_t char32_t FILE NULL nullptr true false _Bool _Complex";
constexpr std::string_view kCppKeywords =
    "alignas alignof and and_eq asm auto bitand bitor break case catch class co_await co_return "
    "co_yield compl concept const const_cast consteval constexpr constinit continue decltype "
    "default delete do dynamic_cast else enum explicit export extern final for friend goto if "
    "import inline module mutable namespace new noexcept not not_eq operator or or_eq override "
    "private protected public register reinterpret_cast requires return sizeof static "
    "static_assert static_cast struct switch template this thread_local throw try typedef typeid "
    "typename union using virtual volatile while xor xor_eq";
constexpr std::string_view kCppTypes =
    "bool char double float int long short signed unsigned void size_t ssize_t ptrdiff_t intptr_t "
    "uintptr_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t wchar_t char8_t "
    "char16_t char32_t string string_view vector map set array optional variant tuple pair span "
    "unordered_map unordered_set unique_ptr shared_ptr NULL nullptr true false";

constexpr Row kSystemRows[] = {
    {.title = "C++",
     .names = "cpp c++ cc cxx hpp hxx hh h++ h ipp tpp inl",
     .keywords = kCppKeywords,
     .types = kCppTypes,
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kCStrings,
     .prefixes = "L u U u8 R LR uR UR u8R",
     .sigils = kDirective,
     .traits = kCalls | kCapitalTypes | kRawTags | kTickInNumbers | kIncludes},
    {.title = "C",
     .names = "c",
     .keywords = kCKeywords,
     .types = kCTypes,
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kCStrings,
     .prefixes = "L u U u8",
     .sigils = kDirective,
     .traits = kCalls | kTickInNumbers | kIncludes},
    {.title = "CUDA",
     .names = "cuda cu cuh",
     .keywords = "__global__ __device__ __host__ __shared__ __constant__ __managed__ "
                 "__restrict__ __launch_bounds__ __forceinline__ __noinline__ __grid_constant__ "
                 "alignas auto break case catch class const constexpr continue decltype default "
                 "delete do else enum explicit extern for friend goto if inline namespace new "
                 "noexcept operator private protected public requires return sizeof static "
                 "static_assert static_cast reinterpret_cast struct switch template this throw try "
                 "typedef typename union using virtual volatile while",
     .types = "bool char double float int long short signed unsigned void size_t int8_t int16_t "
              "int32_t int64_t uint8_t uint16_t uint32_t uint64_t half __half __half2 "
              "__nv_bfloat16 dim3 float2 float3 float4 int2 int3 int4 uint2 uint4 cudaStream_t "
              "cudaError_t threadIdx blockIdx blockDim gridDim warpSize nullptr true false",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kCStrings,
     .prefixes = "L u U u8 R",
     .sigils = kDirective,
     .traits = kCalls | kCapitalTypes | kRawTags | kTickInNumbers | kIncludes},
    {.title = "Objective-C",
     .names = "objc objective-c objectivec m mm obj-c",
     .keywords =
         "alignas auto break case const continue default do else enum extern for goto if in "
         "inline nonatomic atomic strong weak copy assign readonly readwrite return sizeof "
         "static struct super self switch typedef typeof union volatile while",
     .types = "BOOL bool char double float id instancetype int long short signed unsigned void SEL "
              "Class IMP NSInteger NSUInteger CGFloat YES NO nil Nil NULL true false",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kObjectiveStrings,
     .sigils = kAtAndDirective,
     .traits = kCalls | kCapitalTypes | kIncludes},
    {.title = "GLSL",
     .names = "glsl vert frag comp hlsl wgsl metal shader",
     .keywords = "attribute break buffer case centroid const continue default discard do else flat "
                 "for highp if in inout invariant layout lowp mediump noperspective out precise "
                 "precision readonly return shared smooth struct switch uniform varying while "
                 "writeonly cbuffer register fn let var",
     .types =
         "bool int uint float double void vec2 vec3 vec4 ivec2 ivec3 ivec4 uvec2 uvec3 uvec4 "
         "mat2 mat3 mat4 sampler2D sampler3D samplerCube image2D float2 float3 float4 float4x4 "
         "half half4 true false",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .sigils = kAtAndDirective,
     .traits = kCalls},
    {.title = "Go",
     .names = "go golang",
     .keywords = "break case chan const continue default defer else fallthrough for go goto if "
                 "import interface map package range return select struct switch type var",
     .definers = "func",
     .types = "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 "
              "int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr true false nil iota",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kGoStrings,
     .traits = kCalls},
    {.title = "Rust",
     .names = "rust rs",
     .keywords =
         "as async await break const continue crate dyn else enum extern for if impl in let "
         "loop match mod move mut pub ref return self static struct super trait type union "
         "unsafe use where while yield",
     .definers = "fn",
     .types =
         "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize true false",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kRustStrings,
     .prefixes = "r b br c cr",
     .traits =
         kNests | kCalls | kCapitalTypes | kBangMacros | kTickIsLetter | kRawHashes | kAttributes},
    {.title = "Zig",
     .names = "zig zon",
     .keywords = "align allowzero and anyframe asm async await break callconv catch comptime const "
                 "continue defer else enum errdefer error export extern for if inline noalias "
                 "nosuspend opaque or orelse packed pub resume return struct suspend switch test "
                 "threadlocal try union unreachable usingnamespace var volatile while",
     .definers = "fn",
     .types = "anyerror anyopaque anytype bool comptime_float comptime_int f16 f32 f64 f128 i8 i16 "
              "i32 i64 i128 isize noreturn type u1 u8 u16 u32 u64 u128 usize void true false null "
              "undefined",
     .lineComments = "//",
     .strings = kZigStrings,
     .sigils = kAtName,
     .traits = kCalls | kCapitalTypes},
    {.title = "Swift",
     .names = "swift",
     .keywords =
         "actor any as associatedtype async await break case catch class continue convenience "
         "default defer deinit didSet do dynamic else enum extension fallthrough fileprivate "
         "final for get guard if import in indirect init inout internal is isolated lazy let "
         "mutating nonisolated open operator override precedencegroup private protocol "
         "public repeat required rethrows return self set some static struct subscript "
         "super switch throw throws try typealias unowned var weak where while willSet",
     .definers = "func",
     .types = "Self true false nil",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kSwiftStrings,
     .sigils = kAtAndDirective,
     .traits = kNests | kCalls | kCapitalTypes},
    {.title = "D",
     .names = "d dlang",
     .keywords =
         "abstract alias align asm assert auto body break case cast catch class const "
         "continue debug default delegate delete deprecated do else enum export extern final "
         "finally for foreach foreach_reverse function goto if immutable import in inout "
         "interface invariant is lazy mixin module new nothrow out override package pragma "
         "private protected public pure ref return scope shared static struct super switch "
         "synchronized template this throw try typeid typeof union unittest version while "
         "with",
     .types =
         "bool byte char dchar double float int long real short string ubyte uint ulong ushort "
         "void wchar size_t true false null",
     .lineComments = "//",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kDStrings,
     .prefixes = "r",
     .sigils = kAtName,
     .traits = kCalls | kCapitalTypes},
    {.title = "Assembler",
     .names = "asm s nasm assembly x86asm armasm",
     .types =
         "rax rbx rcx rdx rsi rdi rbp rsp rip eax ebx ecx edx esi edi ebp esp al bl cl dl r8 r9 "
         "r10 r11 r12 r13 r14 r15 xmm0 xmm1 xmm2 xmm3 ymm0 ymm1 zmm0 x0 x1 x2 x3 x29 x30 w0 w1 "
         "w2 sp lr pc byte word dword qword ptr",
     .lineComments = "; // #",
     .blockOpen = "/*",
     .blockClose = "*/",
     .strings = kCStrings,
     .sigils = kAssembly,
     .traits = kSpaceBeforeComment | kMnemonics | kAnyCase},
};

} // namespace

std::span<const Row> systemRows()
{
    return kSystemRows;
}

} // namespace tf::ui
