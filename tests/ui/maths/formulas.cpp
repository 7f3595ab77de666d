#include "tests/ui/maths/formulas.h"

namespace tf::test {

namespace {

constexpr const char* kShown[] = {
    R"(x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a})",
    R"(\sum_{i=1}^{n} i^2 = \frac{n(n+1)(2n+1)}{6})",
    R"(\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi})",
    R"(\text{Attention}(Q, K, V) = \operatorname{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right) V)",
    R"(\mathcal{L}(\theta) = -\frac{1}{N} \sum_{i=1}^N \log p_\theta\left(y_i \mid x_i\right))",
    R"(A = \begin{pmatrix} a_{11} & \cdots & a_{1n} \\ \vdots & \ddots & \vdots \\ a_{m1} & \cdots & a_{mn} \end{pmatrix})",
    R"(f(x) = \begin{cases} x^2 & \text{if } x \geq 0 \\ -x & \text{otherwise} \end{cases})",
    R"(\begin{aligned} (a+b)^2 &= a^2 + 2ab + b^2 \\ &\le 2\left(a^2 + b^2\right) \end{aligned})",
    R"(\lim_{h \to 0} \frac{f(x+h) - f(x)}{h} = f'(x))",
    R"(\binom{n}{k} = \frac{n!}{k!\,(n-k)!}, \quad \sqrt[3]{\frac{1+x}{1-x}})",
    R"(\forall \varepsilon > 0\ \exists \delta > 0 : |x - a| < \delta \implies |f(x) - L| < \varepsilon)",
    R"(\mathbb{R}^n \ni \hat{x}, \bar{y}, \vec{v}, \tilde{\mathbf{w}}, \dot{q}, \widehat{ABC}, \overline{z + w})",
    R"(\nabla \times \mathbf{E} = -\frac{\partial \mathbf{B}}{\partial t}, \qquad \oint_{\partial S} \mathbf{E} \cdot d\boldsymbol{\ell} = 0)",
    R"(\underbrace{1 + 2 + \cdots + n}_{n \text{ terms}} = \overbrace{\tfrac{n}{2}}^{a}(n+1))",
    R"(\boxed{E = mc^2} \qquad \left( \begin{matrix} 1 \\ 2 \\ 3 \\ 4 \end{matrix} \right\} \sqrt{\begin{matrix} 1 \\ 2 \\ 3 \end{matrix}} \qquad A \xrightarrow{f_*} B \hookrightarrow C)",
    R"(\prod_{p \text{ prime}} \frac{1}{1 - p^{-s}} = \zeta(s), \quad x_{i_1}^{2^n} y'' z'_k)",
    R"(\left\{ x \in \mathbb{Z} \;\middle|\; x \equiv 1 \pmod 4 \right\} \cup \bigl[0, 1\bigr) \setminus \emptyset)",
    R"(\Gamma(z) = \int_0^\infty t^{z-1} e^{-t}\,dt, \quad \left\lfloor \frac{x}{2} \right\rfloor + \left\lceil y \right\rceil)",
    R"(\left[ \begin{array}{cc|c} 1 & 0 & 3 \\ 0 & 1 & -2 \end{array} \right] \quad \begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc)",
    R"(\cfrac{1}{1 + \cfrac{1}{1 + \cfrac{1}{x}}} + \sqrt{1 + \sqrt{1 + \sqrt{x}}} \neq \|v\|_2 \tag{7})",
};

constexpr const char* kUnderstood[] = {
    "",
    "x",
    "a+b=c",
    "-1",
    R"(2 \cdot 3 \times 4 \div 5)",
    R"(\alpha\beta\gamma\Omega)",
    R"(x_1, \ldots, x_n)",
    R"(x^{y^{z^w}})",
    R"({x}^2)",
    R"(x^2_1)",
    R"(x_1^2)",
    R"(x'^2)",
    R"(\frac12)",
    R"(\frac{a}{b}\dfrac{a}{b}\tfrac{a}{b})",
    R"({n \choose k})",
    R"({a \over b})",
    R"(\sqrt2)",
    R"(\sqrt[n]{x})",
    R"(\left( \frac{a}{b} \right))",
    R"(\left. \frac{df}{dx} \right|_{x=0})",
    R"(\left\langle \psi \middle| \phi \right\rangle)",
    R"(\big( \Big( \bigg( \Bigg( )",
    R"(\iint_D f\,dA)",
    R"(\max_{x \in X} f(x))",
    R"(\arg\min_\theta L)",
    R"(\operatorname*{arg\,max})",
    R"(\sin^2\theta + \cos^2\theta = 1)",
    R"(\log_2 n)",
    R"(\mathbb{E}[X] = \mu)",
    R"(\mathrm{Var}(X))",
    R"(\mathfrak{g} \mathsf{A} \mathtt{x} \mathcal{O}(n \log n))",
    R"({\bf x} + {\rm d}x)",
    R"(\text{a \% b})",
    R"(\textbf{w})",
    R"(\overrightarrow{AB})",
    R"(\underline{x})",
    R"(\begin{matrix} 1 & 2 \\ 3 & 4 \end{matrix})",
    R"(\begin{bmatrix} 1 \\ 2 \\ \end{bmatrix})",
    R"(\begin{Vmatrix} x \end{Vmatrix})",
    R"(\begin{smallmatrix} a & b \end{smallmatrix})",
    R"(\begin{align*} a &= b \\ c &= d \end{align*})",
    R"(\begin{equation} x = 1 \label{eq:one} \end{equation})",
    R"(\begin{gathered} a \\ b \end{gathered})",
    R"(\begin{array}{l|r} a & b \\ \hline c & d \end{array})",
    R"(\begin{split} a &= b \end{split})",
    R"(\sum_{\substack{i < n \\ j < m}} a_{ij})",
    R"(a \not= b \not\in C)",
    R"(a \bmod b)",
    R"(\overset{!}{=} \underset{x}{\min} \stackrel{d}{\to})",
    R"(\color{red} x + \textcolor{blue}{y})",
    R"(\phantom{x} y \hphantom{z})",
    R"(\displaystyle \sum x)",
    R"(x \in \{1, 2\})",
    R"(f: A \to B)",
    R"(\sum\limits_{i} \int\nolimits_a^b)",
    R"(a\,b\;c\:d\!e\quad f\qquad g\ h~i)",
    "a % a remark\n+ b",
    "α ≤ β → ∞",
    R"(\mathbf{x}^\top \mathbf{y})",
    R"(\hbar \omega \ell \Re \Im \aleph)",
    R"(p \land q \lor \neg r \vdash s)",
    R"(\text{если } x > 0)",
    R"(\Vert x \Vert_1 \mid y \parallel z)",
    R"(\!)",
    R"(\mathscr{F} \{ f \} (\xi))",
    R"(\ddot{x} + \omega^2 x = 0)",
    R"(\mathop{\mathrm{tr}}_A \rho)",
    R"(10\% \& 5\$)",
};

constexpr const char* kOthers[] = {
    "{",
    "}",
    "x^",
    "x^2^3",
    "x_1_2",
    R"(\frac{a})",
    R"(\frac)",
    R"(\unknowncommand x)",
    R"(\left( x)",
    R"(x \right))",
    R"(\left x \right y)",
    R"(\begin{pmatrix} 1)",
    R"(\begin{pmatrix} 1 \end{bmatrix})",
    R"(\begin{tikzpicture} \end{tikzpicture})",
    R"(\end{matrix})",
    R"(\def\x{y} \x)",
    R"(\input{/etc/passwd})",
    R"(\sqrt[3)",
    R"(\sqrt[3]{x)",
    "a & b",
    R"(a \\ b)",
    "$x$",
    "#1",
    R"(\)",
    R"(\text{a)",
    R"(\text{a $x$ b})",
    R"(\begin{array} a \end{array})",
    R"(\begin{array}{q} a \end{array})",
    R"(\includegraphics{a.png})",
    R"(\not x)",
};

} // namespace

std::span<const char* const> understoodFormulas()
{
    return kUnderstood;
}

std::span<const char* const> otherFormulas()
{
    return kOthers;
}

std::span<const char* const> shownFormulas()
{
    return kShown;
}

} // namespace tf::test
