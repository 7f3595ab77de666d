<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New Session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>新建窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Export Session…</source>
        <translation>导出会话(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo in Session</source>
        <translation>在会话中撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Find in Session</source>
        <translation>在会话中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>Search &amp;All Sessions</source>
        <translation>搜索所有会话(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Copy Last Code Block</source>
        <translation>复制最后一个代码块(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit Last Question</source>
        <translation>修改最后一个问题(&amp;E)</translation>
    </message>
    <message>
        <source>Previous &amp;Branch</source>
        <translation>上一个分支(&amp;B)</translation>
    </message>
    <message>
        <source>Next B&amp;ranch</source>
        <translation>下一个分支(&amp;R)</translation>
    </message>
    <message>
        <source>Co&amp;mpare Branches</source>
        <translation>比较分支(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Previous Question</source>
        <translation>上一个问题(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Question</source>
        <translation>下一个问题(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Thinking: Next Mode</source>
        <translation>思考：下一种模式(&amp;T)</translation>
    </message>
    <message>
        <source>Choose En&amp;gine…</source>
        <translation>选择引擎(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Stop Answer</source>
        <translation>停止回答(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;ommands…</source>
        <translation>命令(&amp;O)…</translation>
    </message>
    <message>
        <source>Pre&amp;vious Session</source>
        <translation>上一个会话(&amp;V)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Session</source>
        <translation>下一个会话(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>会话列表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>检查器(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>下一个窗格(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>上一个窗格(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>缩小(&amp;M)</translation>
    </message>
    <message>
        <source>Ac&amp;tual Size</source>
        <translation>实际大小(&amp;T)</translation>
    </message>
    <message>
        <source>Close Key List, Pane or Notice on Top</source>
        <translation>关闭快捷键列表、窗格或最上面的通知</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Trifold</source>
        <translation>关于 Trifold(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>会话(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Attach Files…</source>
        <translation>附上文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Attach &amp;Folder…</source>
        <translation>附上文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Branc&amp;h Here</source>
        <translation>从此处新建分支(&amp;H)</translation>
    </message>
    <message>
        <source>Retr&amp;y Last Answer</source>
        <translation>重新提出最后一个问题(&amp;Y)</translation>
    </message>
    <message>
        <source>Retry &amp;With…</source>
        <translation>换方式重新提问(&amp;W)…</translation>
    </message>
    <message>
        <source>La&amp;rger Code</source>
        <translation>放大代码(&amp;R)</translation>
    </message>
    <message>
        <source>Sm&amp;aller Code</source>
        <translation>缩小代码(&amp;K)</translation>
    </message>
    <message>
        <source>Code as Large as &amp;Words</source>
        <translation>代码与文字一样大(&amp;W)</translation>
    </message>
    <message>
        <source>Announce Finished Paragrap&amp;hs</source>
        <translation>朗读已完成的段落(&amp;H)</translation>
    </message>
    <message>
        <source>From the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>&amp;Deutsch</source>
        <translation>&amp;Deutsch</translation>
    </message>
    <message>
        <source>简体中文 (&amp;Z)</source>
        <translation>简体中文 (&amp;Z)</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>主题(&amp;E)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Ask With Thinking O&amp;ff and On</source>
        <translation>思考关与开各问一次(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;File of the Repository…</source>
        <translation>打开仓库文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Jump to Line or Moment…</source>
        <translation>跳到某行或时刻(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Back to the Place Before</source>
        <translation>返回之前的位置(&amp;B)</translation>
    </message>
    <message>
        <source>Forwar&amp;d Again</source>
        <translation>再次前进(&amp;D)</translation>
    </message>
    <message>
        <source>What Goes &amp;Along</source>
        <translation>附上的内容(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>代码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Frames of a Recording</source>
        <translation>录屏的帧(&amp;F)</translation>
    </message>
    <message>
        <source>Files of an Ans&amp;wer</source>
        <translation>回答中的文件(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>请求(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>引擎(&amp;E)</translation>
    </message>
    <message>
        <source>Inspe&amp;ctor Tab</source>
        <translation>检查器标签页(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>Code, %Ln lines</source>
        <translation>
            <numerusform>代码，%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Table, %Ln rows</source>
        <translation>
            <numerusform>表格，%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer started</source>
        <translation>开始回答</translation>
    </message>
    <message numerus="yes">
        <source>Answer finished, %Ln words</source>
        <translation>
            <numerusform>回答完成，共 %Ln 个词</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BudgetWords</name>
    <message>
        <source>repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>kept free for the answer</source>
        <translation>为回答预留</translation>
    </message>
    <message>
        <source>%1: %2 tokens</source>
        <translation>%1：%2 个 token</translation>
    </message>
    <message>
        <source>%1: %2 tokens, %3 of %4</source>
        <translation>%1：%2 个 token，占 %4 的 %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>%1 tokens more than this engine can read with room for an answer. Press Fit, leave something out, or choose an engine with a longer context.</source>
        <translation>比此引擎在给回答留出空间后能读取的多 %1 个 token。请点击“精简”，少附上一些内容，或选择上下文更长的引擎。</translation>
    </message>
    <message>
        <source>Above the price step at %1: every token costs more. %2 less would be below it.</source>
        <translation>超过了 %1 的价格阶梯：每个 token 都更贵。减少 %2 即可低于该阶梯。</translation>
    </message>
    <message>
        <source>%1 tokens are left below the price step at %2.</source>
        <translation>距 %2 的价格阶梯还剩 %1 个 token。</translation>
    </message>
</context>
<context>
    <name>CauseWords</name>
    <message>
        <source>The model on this machine</source>
        <translation>本机上的模型</translation>
    </message>
    <message numerus="yes">
        <source>Asked %Ln times.</source>
        <translation>
            <numerusform>已请求 %Ln 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Endpoint “%1”.</source>
        <translation>端点“%1”。</translation>
    </message>
    <message>
        <source>Endpoint “%1”, model %2.</source>
        <translation>端点“%1”，模型 %2。</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1 (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 refused the key.</source>
        <translation>%1 拒绝了密钥。</translation>
    </message>
    <message>
        <source>Check the key in the endpoint&apos;s settings: it may be wrong, run out, or of another region.</source>
        <translation>请检查端点设置中的密钥：它可能有误、已过期，或属于其他区域。</translation>
    </message>
    <message>
        <source>%1 wants to be paid first.</source>
        <translation>%1 要求先付费。</translation>
    </message>
    <message>
        <source>Add credit with its operator, or ask another endpoint.</source>
        <translation>请向其运营方充值，或向其他端点提问。</translation>
    </message>
    <message>
        <source>%1 knows no such model, or nothing answers at that address.</source>
        <translation>%1 不认识该模型，或该地址上没有任何服务。</translation>
    </message>
    <message>
        <source>Test the connection: it lists the models that are there.</source>
        <translation>请测试连接：它会列出可用的模型。</translation>
    </message>
    <message>
        <source>%1 gets too many requests.</source>
        <translation>%1 收到的请求过多。</translation>
    </message>
    <message numerus="yes">
        <source>It can be asked again in %Ln s.</source>
        <translation>
            <numerusform>%Ln 秒后可再次请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a moment and retry, or ask another endpoint.</source>
        <translation>请稍候再重新提问，或向其他端点提问。</translation>
    </message>
    <message>
        <source>The plan at %1 is used up for now.</source>
        <translation>%1 的套餐额度暂时已用完。</translation>
    </message>
    <message>
        <source>Wait until its next window begins, or ask another endpoint.</source>
        <translation>请等到下一个额度周期开始，或向其他端点提问。</translation>
    </message>
    <message>
        <source>The question with all that goes along is too long: %1 takes %2 tokens.</source>
        <translation>问题连同附上的内容太长：%1 只接受 %2 个 token。</translation>
    </message>
    <message>
        <source>The question with all that goes along is too long for %1.</source>
        <translation>问题连同附上的内容太长，超出了 %1 的上限。</translation>
    </message>
    <message>
        <source>Shorten it, or take sources and pictures out, or ask an engine with more room.</source>
        <translation>请缩短问题，或移除源代码和图片，或向上下文更长的引擎提问。</translation>
    </message>
    <message>
        <source>%1 did not accept the request.</source>
        <translation>%1 没有接受该请求。</translation>
    </message>
    <message>
        <source>Its words below say why. Change the question, or the endpoint&apos;s settings.</source>
        <translation>原因见下方的原始信息。请修改问题或端点设置。</translation>
    </message>
    <message>
        <source>The filter of %1 held the answer back.</source>
        <translation>%1 的过滤器拦截了回答。</translation>
    </message>
    <message>
        <source>Ask in other words, or ask another engine.</source>
        <translation>请换一种问法，或向其他引擎提问。</translation>
    </message>
    <message>
        <source>%1 could not answer.</source>
        <translation>%1 无法回答。</translation>
    </message>
    <message>
        <source>That is the server&apos;s fault and often passes: retry, or ask another endpoint.</source>
        <translation>这是服务器的问题，往往会自行恢复：请重新提问，或向其他端点提问。</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>没有名为 %1 的服务器。</translation>
    </message>
    <message>
        <source>Check the endpoint&apos;s address for a typing error, and this machine&apos;s network.</source>
        <translation>请检查端点地址有无输入错误，以及本机的网络。</translation>
    </message>
    <message>
        <source>Nothing listens at %1: the connection was refused.</source>
        <translation>%1 上没有服务在监听：连接被拒绝。</translation>
    </message>
    <message>
        <source>Start the server, or check the port in the endpoint&apos;s address.</source>
        <translation>请启动服务器，或检查端点地址中的端口。</translation>
    </message>
    <message>
        <source>%1 could not prove who it is: its certificate is not trusted.</source>
        <translation>%1 无法证明其身份：它的证书不受信任。</translation>
    </message>
    <message>
        <source>Test the connection to see the certificates. A private authority can be named in the endpoint&apos;s settings.</source>
        <translation>请测试连接以查看证书。可以在端点设置中指定私有的证书颁发机构。</translation>
    </message>
    <message>
        <source>%1 ended the encrypted connection: it may want a certificate.</source>
        <translation>%1 终止了加密连接：它可能要求提供证书。</translation>
    </message>
    <message>
        <source>Name your certificate in the endpoint&apos;s settings.</source>
        <translation>请在端点设置中指定您的证书。</translation>
    </message>
    <message>
        <source>Nothing was sent: the settings keep data closer than %1.</source>
        <translation>未发送任何内容：按照设置，数据不得发往 %1。</translation>
    </message>
    <message>
        <source>Ask an engine that is nearer, or allow more in the settings.</source>
        <translation>请向更近的引擎提问，或在设置中放宽限制。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 没有及时应答。</translation>
    </message>
    <message>
        <source>It may be busy, or unreachable: test the connection, or retry.</source>
        <translation>它可能繁忙或无法访问：请测试连接，或重新提问。</translation>
    </message>
    <message>
        <source>The connection to %1 broke in the middle of the answer.</source>
        <translation>与 %1 的连接在回答中途断开。</translation>
    </message>
    <message>
        <source>Continue from there, or retry.</source>
        <translation>请从中断处继续，或重新提问。</translation>
    </message>
    <message>
        <source>Retry.</source>
        <translation>请重新提问。</translation>
    </message>
    <message>
        <source>%1 sent an empty answer.</source>
        <translation>%1 发来的回答是空的。</translation>
    </message>
    <message>
        <source>Retry, with another thinking mode if it happens again.</source>
        <translation>请重新提问；若再次发生，请换一种思考模式。</translation>
    </message>
    <message>
        <source>What %1 sent is no answer that can be understood.</source>
        <translation>%1 发来的内容不是能够理解的回答。</translation>
    </message>
    <message>
        <source>Check that the endpoint&apos;s kind and address fit that server.</source>
        <translation>请检查端点的类型和地址是否与该服务器相符。</translation>
    </message>
    <message>
        <source>%1 answered with a web page.</source>
        <translation>%1 返回了一个网页。</translation>
    </message>
    <message>
        <source>The address may lack its path (often /v1), or the network wants a log-in.</source>
        <translation>地址可能缺少路径（通常是 /v1），或网络要求先登录。</translation>
    </message>
    <message>
        <source>%1 sends requests on to another server, which is not followed.</source>
        <translation>%1 将请求重定向到另一台服务器，此重定向未被跟随。</translation>
    </message>
    <message>
        <source>If that server is the right one, put its address into the endpoint.</source>
        <translation>如果那台服务器正是您要用的，请将其地址填入端点。</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>无法连接到 %1。</translation>
    </message>
    <message>
        <source>Check the network and the endpoint&apos;s address.</source>
        <translation>请检查网络和端点地址。</translation>
    </message>
    <message>
        <source>The key of “%1” could not be read from the store of keys.</source>
        <translation>无法从密钥环读取“%1”的密钥。</translation>
    </message>
    <message>
        <source>Unlock the store of keys and retry, or enter the key again.</source>
        <translation>请解锁密钥环并重新提问，或重新输入密钥。</translation>
    </message>
    <message>
        <source>Nothing was sent: it holds what looks like a secret.</source>
        <translation>未发送任何内容：其中有看起来是机密的内容。</translation>
    </message>
    <message>
        <source>Take it out of the question, or leave that file out.</source>
        <translation>请将其从问题中删去，或不附上该文件。</translation>
    </message>
    <message>
        <source>There is no endpoint “%1” any more.</source>
        <translation>端点“%1”已不存在。</translation>
    </message>
    <message>
        <source>Ask another engine, or set that endpoint up again.</source>
        <translation>请向其他引擎提问，或重新设置该端点。</translation>
    </message>
    <message>
        <source>No model is loaded on this machine.</source>
        <translation>本机尚未加载模型。</translation>
    </message>
    <message>
        <source>Load one, or ask an endpoint.</source>
        <translation>请加载一个模型，或向端点提问。</translation>
    </message>
    <message>
        <source>The model on this machine failed.</source>
        <translation>本机上的模型发生故障。</translation>
    </message>
    <message>
        <source>Its words below say why. Load it again, or ask an endpoint.</source>
        <translation>原因见下方的原始信息。请重新加载模型，或向端点提问。</translation>
    </message>
    <message>
        <source>There is not enough memory for this request.</source>
        <translation>内存不足以处理此请求。</translation>
    </message>
    <message>
        <source>Shorten the question, or close what else uses memory; an endpoint may have more.</source>
        <translation>请缩短问题，或关闭其他占用内存的程序；端点的内存可能更多。</translation>
    </message>
    <message>
        <source>A graphics card failed.</source>
        <translation>一块显卡发生故障。</translation>
    </message>
    <message>
        <source>Load the model again; if that does not help, restart the machine.</source>
        <translation>请重新加载模型；若仍无效，请重启本机。</translation>
    </message>
    <message>
        <source>%1 cannot do what was asked.</source>
        <translation>%1 无法完成所要求的事。</translation>
    </message>
    <message>
        <source>Its words below say what. Ask another engine, or change the question.</source>
        <translation>详情见下方的原始信息。请向其他引擎提问，或修改问题。</translation>
    </message>
    <message>
        <source>Something went wrong inside Trifold.</source>
        <translation>Trifold 内部出了问题。</translation>
    </message>
    <message>
        <source>Retry; if it happens again, the words below belong into a report.</source>
        <translation>请重新提问；若再次发生，请在报告中附上下方的原始信息。</translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation>回答失败。</translation>
    </message>
    <message>
        <source>Retry, or ask another engine.</source>
        <translation>请重新提问，或向其他引擎提问。</translation>
    </message>
    <message>
        <source>The disk is full: what comes stays in memory for now.</source>
        <translation>磁盘已满：收到的内容暂时留在内存中。</translation>
    </message>
    <message>
        <source>Make room; it is written as soon as there is some. Or export the session to another disk.</source>
        <translation>请腾出空间，一有空间就会写入。也可将会话导出到其他磁盘。</translation>
    </message>
    <message>
        <source>Nothing may be written where sessions lie: what comes stays in memory.</source>
        <translation>会话所在的位置不可写：收到的内容留在内存中。</translation>
    </message>
    <message>
        <source>Export the session to another folder before you close the window.</source>
        <translation>请在关闭窗口之前将会话导出到其他文件夹。</translation>
    </message>
    <message>
        <source>The session was deleted meanwhile: what comes is not kept.</source>
        <translation>此会话已在此期间被删除：收到的内容不会保存。</translation>
    </message>
    <message>
        <source>Export it before you close the window, if you want to keep it.</source>
        <translation>如果要保留，请在关闭窗口之前将其导出。</translation>
    </message>
    <message>
        <source>What comes cannot be written at the moment; it stays in memory.</source>
        <translation>目前无法写入收到的内容；它留在内存中。</translation>
    </message>
    <message>
        <source>It is tried again by itself. To be safe, export the session.</source>
        <translation>会自动重试。为保险起见，请导出会话。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The answer was interrupted.</source>
        <translation>回答被中断。</translation>
    </message>
    <message>
        <source>What arrived is kept.</source>
        <translation>已收到的内容会保留。</translation>
    </message>
    <message>
        <source>What arrived is kept. Continue from there, or retry.</source>
        <translation>已收到的内容会保留。请从中断处继续，或重新提问。</translation>
    </message>
</context>
<context>
    <name>CitedWords</name>
    <message>
        <source>moment %1</source>
        <translation>时刻 %1</translation>
    </message>
    <message>
        <source>%1 line %2</source>
        <translation>%1 第 %2 行</translation>
    </message>
    <message>
        <source>%1 lines %2 to %3</source>
        <translation>%1 第 %2 至 %3 行</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>CodeWords</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln lines</source>
        <translation>
            <numerusform>显示全部 %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>The language changes when Trifold is started again.</source>
        <translation>语言将在 Trifold 下次启动时更改。</translation>
    </message>
    <message>
        <source>Settings could not be saved to %1.</source>
        <translation>无法将设置保存到 %1。</translation>
    </message>
    <message>
        <source>The settings file was broken, so Trifold starts with its defaults. The old file is kept as %1.</source>
        <translation>设置文件已损坏，Trifold 将以默认设置启动。旧文件保留为 %1。</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read. The file is left as it is, and changes are not saved.</source>
        <translation>无法读取 %1 中的设置。该文件保持原样，更改不会被保存。</translation>
    </message>
    <message>
        <source>The setting “%1” makes no sense; its default is used.</source>
        <translation>设置“%1”无效，将使用其默认值。</translation>
    </message>
</context>
<context>
    <name>DropWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>一张图片</translation>
    </message>
    <message numerus="yes">
        <source>text of %n characters</source>
        <translation>
            <numerusform>%n 个字符的文本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop zone</source>
        <translation>拖放区</translation>
    </message>
    <message>
        <source>Drop a repository, screenshots or a screen recording</source>
        <translation>拖入仓库、屏幕截图或录屏</translation>
    </message>
    <message>
        <source>They are read on this machine, in a process that can reach nothing else.
Nothing is sent before you ask.</source>
        <translation>它们在本机读取，读取进程接触不到任何其他东西。
在您提问之前，不会发送任何内容。</translation>
    </message>
</context>
<context>
    <name>EditTool</name>
    <message>
        <source>Select and move</source>
        <translation>选择和移动</translation>
    </message>
    <message>
        <source>Send only a part</source>
        <translation>只发送一部分</translation>
    </message>
    <message>
        <source>Cover a place</source>
        <translation>遮盖一处</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>画方框</translation>
    </message>
    <message>
        <source>Draw an arrow</source>
        <translation>画箭头</translation>
    </message>
    <message>
        <source>Put a number</source>
        <translation>标上数字</translation>
    </message>
</context>
<context>
    <name>EndpointForm</name>
    <message>
        <source>Write it as http://host:port or socks5://host:port, or “none”.</source>
        <translation>请写成 http://host:port 或 socks5://host:port，或“none”。</translation>
    </message>
    <message>
        <source>A number of tokens, such as 131072, 512K or 1M.</source>
        <translation>token 数量，例如 131072、512K 或 1M。</translation>
    </message>
    <message>
        <source>Letters, digits, “.”, “_” and “-”, at most 64, and a letter or digit first.</source>
        <translation>字母、数字、“.”、“_”和“-”，最多 64 个字符，且以字母或数字开头。</translation>
    </message>
</context>
<context>
    <name>EngineFacts</name>
    <message>
        <source>this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>您的网络</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>外部</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>没有引擎</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>数据不离开本机</translation>
    </message>
    <message>
        <source>Goes to your network: %1</source>
        <translation>发往您的网络：%1</translation>
    </message>
    <message>
        <source>Leaves this machine: %1</source>
        <translation>离开本机：%1</translation>
    </message>
    <message>
        <source>Nothing leaves</source>
        <translation>不离开本机</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>网络：%1</translation>
    </message>
    <message>
        <source>Leaves: %1</source>
        <translation>外发：%1</translation>
    </message>
</context>
<context>
    <name>EstimateWords</name>
    <message>
        <source>%1 tokens with what was said before; the answer comes on top.</source>
        <translation>连同之前的内容共 %1 个 token；回答另计。</translation>
    </message>
    <message>
        <source>From all of it in the server&apos;s cache to none. Rates of %1.</source>
        <translation>从全部命中服务器缓存到完全未命中。价格日期：%1。</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <translation>%1 tok</translation>
    </message>
    <message>
        <source>≈ %1 tok</source>
        <translation>≈ %1 tok</translation>
    </message>
    <message>
        <source>· %1 more than %2 can read</source>
        <translation>· 比 %2 能读取的多 %1</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>old rates</source>
        <translation>价格已过时</translation>
    </message>
    <message>
        <source>below $%1</source>
        <translation>低于 $%1</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>%1 tokens, question and answer</source>
        <translation>%1 个 token，问题与回答合计</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>as pictures of their frames</source>
        <translation>以其画面帧的图片发送</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>查询日期</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>nowhere: it stays on this machine</source>
        <translation>无：留在本机</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>您的网络</translation>
    </message>
    <message>
        <source>outside your network</source>
        <translation>您的网络之外</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>运营方</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>适用法律</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>不发送任何内容</translation>
    </message>
    <message>
        <source>not honoured</source>
        <translation>不被采纳</translation>
    </message>
    <message>
        <source>Thinking, and what is sent for it</source>
        <translation>思考，以及为此发送的内容</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Any length</source>
        <translation>任意长度</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>不超过 %1</translation>
    </message>
    <message>
        <source>%1 in, %2 out
%3 in from the cache</source>
        <translation>输入 %1，输出 %2
缓存输入 %3</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n days old, look them up</source>
        <translation>
            <numerusform>%1：已过 %n 天，请自行核实</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Longer</source>
        <translation>更长</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>no date given, look them up</source>
        <translation>未注明日期，请自行核实</translation>
    </message>
    <message>
        <source>Prices per million tokens</source>
        <translation>每百万 token 的价格</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>version control</source>
        <translation>版本控制</translation>
    </message>
    <message>
        <source>may hold secrets</source>
        <translation>可能含有机密</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>generated code</source>
        <translation>生成的代码</translation>
    </message>
    <message>
        <source>vendored code</source>
        <translation>第三方代码</translation>
    </message>
    <message>
        <source>lock file</source>
        <translation>锁定文件</translation>
    </message>
    <message>
        <source>its content is elsewhere (Git LFS)</source>
        <translation>内容在别处 (Git LFS)</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>its name is not safe to send</source>
        <translation>名称不宜发送</translation>
    </message>
    <message>
        <source>included</source>
        <translation>已附上</translation>
    </message>
    <message>
        <source>partly included</source>
        <translation>部分附上</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未附上</translation>
    </message>
    <message>
        <source>no room for it</source>
        <translation>没有空间容纳</translation>
    </message>
    <message>
        <source>left out, may hold secrets</source>
        <translation>未附上，可能含有机密</translation>
    </message>
    <message>
        <source>left out, too large</source>
        <translation>未附上，太大</translation>
    </message>
    <message>
        <source>cannot be sent</source>
        <translation>无法发送</translation>
    </message>
    <message>
        <source>nothing in it can be sent</source>
        <translation>其中没有可发送的内容</translation>
    </message>
    <message>
        <source>%1 of 1 file</source>
        <translation>1 个文件中的 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%2 个文件中的 %1 个</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>您的选择</translation>
    </message>
    <message>
        <source>changed since the last answer</source>
        <translation>自上次回答以来已更改</translation>
    </message>
    <message>
        <source>new since the last answer</source>
        <translation>自上次回答以来新增</translation>
    </message>
    <message>
        <source>about %1 tokens</source>
        <translation>约 %1 个 token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>≈ %1 tokens</source>
        <translation>≈ %1 个 token</translation>
    </message>
    <message>
        <source>, %1 of the room</source>
        <translation>，占空间的 %1</translation>
    </message>
</context>
<context>
    <name>MediaTile</name>
    <message>
        <source>no longer kept</source>
        <translation>已不再保留</translation>
    </message>
    <message>
        <source>cannot be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 帧</translation>
    </message>
    <message numerus="yes">
        <source>%Ln frames</source>
        <translation>
            <numerusform>%Ln 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1×%2</source>
        <translation>%1×%2</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <translation>%1 tok</translation>
    </message>
    <message>
        <source>Clip %1, %2</source>
        <translation>视频 %1，%2</translation>
    </message>
    <message>
        <source>Picture %1, %2</source>
        <translation>图片 %1，%2</translation>
    </message>
</context>
<context>
    <name>MemoryWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 个运行中，%2 个等待中</translation>
    </message>
    <message>
        <source>reads %1 tok/s</source>
        <translation>读取 %1 tok/s</translation>
    </message>
    <message>
        <source>writes %1 tok/s</source>
        <translation>生成 %1 tok/s</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>%1 in use, %2 kept for later</source>
        <translation>使用中 %1，留待后用 %2</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>缓存命中</translation>
    </message>
    <message>
        <source>%1 of %2 prompt tokens</source>
        <translation>%2 个提示 token 的 %1</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Vision tower</source>
        <translation>视觉塔</translation>
    </message>
    <message>
        <source>Context cache</source>
        <translation>上下文缓存</translation>
    </message>
    <message>
        <source>Work space</source>
        <translation>工作空间</translation>
    </message>
    <message>
        <source>It fits: %1 of the %2 that are free.</source>
        <translation>放得下：需要 %1，可用 %2。</translation>
    </message>
    <message>
        <source>It does not fit: %1 short.</source>
        <translation>放不下：还差 %1。</translation>
    </message>
    <message>
        <source>No context is short enough: close what takes memory, choose a smaller model, or use an endpoint.</source>
        <translation>上下文再短也放不下：请关闭占用内存的程序，选择更小的模型，或使用端点。</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>%1 planned</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>%1 taken</source>
        <translation>已占用 %1</translation>
    </message>
    <message>
        <source>what is taken is unknown</source>
        <translation>实际占用未知</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>%1 tokens, all questions and answers</source>
        <translation>%1 个 token，所有问题与回答合计</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>With a context of %1 tokens it would fit.</source>
        <translation>上下文为 %1 个 token 时放得下。</translation>
    </message>
</context>
<context>
    <name>NodeWords</name>
    <message>
        <source>No words</source>
        <translation>没有文字</translation>
    </message>
    <message>
        <source>is being answered</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>on another branch</source>
        <translation>在另一个分支上</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Close notice</source>
        <translation>关闭通知</translation>
    </message>
</context>
<context>
    <name>NoticeButtons</name>
    <message>
        <source>Hide what was said</source>
        <translation>隐藏原始信息</translation>
    </message>
    <message>
        <source>Show what was said</source>
        <translation>显示原始信息</translation>
    </message>
</context>
<context>
    <name>ObstacleWords</name>
    <message>
        <source>Will be sent as soon as it can be. %1</source>
        <translation>一有可能就会发送。%1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks secret: %1</source>
        <translation>这看起来是机密：%1</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>原样发送</translation>
    </message>
    <message>
        <source>What looks secret is replaced before it is sent.</source>
        <translation>看起来机密的内容会在发送前被替换。</translation>
    </message>
    <message>
        <source>What looks secret is sent as it is.</source>
        <translation>看起来机密的内容会原样发送。</translation>
    </message>
    <message>
        <source>Do not</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>Fetch %1 as a repository?</source>
        <translation>将 %1 作为仓库获取吗？</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>What went along with this question still does.</source>
        <translation>随此问题附上的内容仍会一起发送。</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不附上</translation>
    </message>
</context>
<context>
    <name>PaneKeys</name>
    <message>
        <source>Send, or wait for the answer that runs</source>
        <translation>发送；正在回答时则排队等待</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Send now: stops the answer that runs, what came stays</source>
        <translation>立即发送：停止正在进行的回答，已收到的内容保留</translation>
    </message>
    <message>
        <source>Paste as text, however long</source>
        <translation>粘贴为文本，无论多长</translation>
    </message>
    <message>
        <source>Stop the answer; once more leaves the field</source>
        <translation>停止回答；再按一次离开输入框</translation>
    </message>
    <message>
        <source>Next button or link</source>
        <translation>下一个按钮或链接</translation>
    </message>
    <message>
        <source>Press it</source>
        <translation>按下所选项</translation>
    </message>
    <message>
        <source>Scroll a page</source>
        <translation>滚动一页</translation>
    </message>
    <message>
        <source>To the end, and follow what comes</source>
        <translation>到末尾，并跟随新内容</translation>
    </message>
    <message>
        <source>Select all; copy</source>
        <translation>全选；复制</translation>
    </message>
    <message>
        <source>Open the session, or the place found</source>
        <translation>打开会话，或找到的位置</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Question field</source>
        <translation>问题输入框</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>List of sessions</source>
        <translation>会话列表</translation>
    </message>
    <message>
        <source>Hold: the other look, original or model&apos;s eye</source>
        <translation>按住：切换原图与模型视角</translation>
    </message>
    <message>
        <source>Larger, smaller, all of it, actual size</source>
        <translation>放大、缩小、显示全部、实际大小</translation>
    </message>
    <message>
        <source>Select; send only a part; cover a place</source>
        <translation>选择；只发送一部分；遮盖一处</translation>
    </message>
    <message>
        <source>Draw a box, an arrow, a number</source>
        <translation>画方框、箭头、数字</translation>
    </message>
    <message>
        <source>Put it into the middle of what is shown</source>
        <translation>放到所显示部分的中央</translation>
    </message>
    <message>
        <source>Select the mark before, the next one</source>
        <translation>选择上一个、下一个标记</translation>
    </message>
    <message>
        <source>Move it, or the picture; with Shift make it larger, with Ctrl by a pixel</source>
        <translation>移动标记或图片；加 Shift 调整大小，加 Ctrl 每次一个像素</translation>
    </message>
    <message>
        <source>Remove the selected mark</source>
        <translation>移除所选标记</translation>
    </message>
    <message>
        <source>Undo; do it once more</source>
        <translation>撤销；重做</translation>
    </message>
    <message>
        <source>Back, pause, on; again: faster</source>
        <translation>倒放、暂停、播放；再按：更快</translation>
    </message>
    <message>
        <source>One frame back, one on</source>
        <translation>后退一帧、前进一帧</translation>
    </message>
    <message>
        <source>Play the stretch again and again</source>
        <translation>循环播放此区段</translation>
    </message>
    <message>
        <source>On the timeline: the stretch begins here, ends here</source>
        <translation>在时间轴上：区段从此处开始、到此处结束</translation>
    </message>
    <message>
        <source>On the timeline: to the next frame that is sent or cited</source>
        <translation>在时间轴上：到下一个要发送或被引用的帧</translation>
    </message>
    <message>
        <source>On the timeline: closer, farther, all</source>
        <translation>在时间轴上：放大、缩小、全部</translation>
    </message>
    <message>
        <source>Among the frames: send them, or not</source>
        <translation>在各帧中：发送或不发送</translation>
    </message>
    <message>
        <source>Send the frame that is shown, or not</source>
        <translation>发送或不发送所显示的帧</translation>
    </message>
    <message>
        <source>Send it as a picture besides</source>
        <translation>另外作为图片发送</translation>
    </message>
    <message>
        <source>Cover a part of the picture</source>
        <translation>遮盖画面的一部分</translation>
    </message>
    <message>
        <source>Take back what was chosen; and again</source>
        <translation>撤销所做的选择；重做</translation>
    </message>
    <message>
        <source>Code: line by line, page by page</source>
        <translation>代码：逐行、逐页</translation>
    </message>
    <message>
        <source>Code: the first line, the last line</source>
        <translation>代码：首行、末行</translation>
    </message>
    <message>
        <source>Code: find in the file; next</source>
        <translation>代码：在文件中查找；下一个</translation>
    </message>
    <message>
        <source>Code: select all; copy</source>
        <translation>代码：全选；复制</translation>
    </message>
    <message>
        <source>Take along, or leave out</source>
        <translation>附上，或不附上</translation>
    </message>
    <message>
        <source>Open the file or the folder</source>
        <translation>打开文件或文件夹</translation>
    </message>
    <message>
        <source>Open all folders</source>
        <translation>展开所有文件夹</translation>
    </message>
    <message>
        <source>Take back the last choice</source>
        <translation>撤销上一次选择</translation>
    </message>
    <message>
        <source>Show the line that a warning, a check or a suspect names</source>
        <translation>显示警告、检查或可疑文件所指的行</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Frames of a recording</source>
        <translation>录屏的帧</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>附上的内容</translation>
    </message>
    <message>
        <source>Files of the answers</source>
        <translation>回答中的文件</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>It is being read …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The model sees %1 · %2 tokens</source>
        <translation>模型看到 %1 · %2 个 token</translation>
    </message>
    <message>
        <source>Pixels alone are sent: neither the file&apos;s name nor what else stands in it.</source>
        <translation>只发送像素：不发送文件名，也不发送文件中的其他信息。</translation>
    </message>
    <message>
        <source>What is transparent is white.</source>
        <translation>透明处为白色。</translation>
    </message>
    <message>
        <source>It was turned upright.</source>
        <translation>已转正。</translation>
    </message>
    <message>
        <source>It cannot go along: %1</source>
        <translation>无法附上：%1</translation>
    </message>
</context>
<context>
    <name>PieceWords</name>
    <message>
        <source>The part that is sent</source>
        <translation>要发送的部分</translation>
    </message>
    <message>
        <source>Covered place %1</source>
        <translation>遮盖处 %1</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>数字 %1</translation>
    </message>
</context>
<context>
    <name>RetryWays</name>
    <message>
        <source>Ask the model on this machine</source>
        <translation>向本机上的模型提问</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation>向 %1 提问</translation>
    </message>
    <message>
        <source>Thinking adaptive</source>
        <translation>思考：自适应</translation>
    </message>
    <message>
        <source>Thinking on</source>
        <translation>思考：开</translation>
    </message>
    <message>
        <source>Thinking off</source>
        <translation>思考：关</translation>
    </message>
    <message>
        <source>There is no other engine yet</source>
        <translation>还没有其他引擎</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>this server has no word for it</source>
        <translation>此服务器没有对应的参数</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您自己</translation>
    </message>
    <message>
        <source>as long as you keep it</source>
        <translation>由您决定</translation>
    </message>
    <message>
        <source>there is no endpoint &quot;%1&quot; any more</source>
        <translation>端点“%1”已不存在</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot;: %2</source>
        <translation>密钥“%1”：%2</translation>
    </message>
    <message>
        <source>there is no endpoint &quot;%1&quot;</source>
        <translation>没有端点“%1”</translation>
    </message>
    <message>
        <source>no model is chosen on this machine: choose its folder, or an endpoint</source>
        <translation>本机尚未选择模型：请选择其文件夹，或选择端点</translation>
    </message>
    <message>
        <source>loading the model was stopped</source>
        <translation>已停止加载模型</translation>
    </message>
    <message>
        <source>the program ends</source>
        <translation>程序正在退出</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>only its first frame is seen: %1</source>
        <translation>只看到第一帧：%1</translation>
    </message>
    <message>
        <source>its sound is not heard</source>
        <translation>不处理声音</translation>
    </message>
    <message>
        <source>the clip has %1, and %2 takes %3</source>
        <translation>视频大小为 %1，而 %2 只接受 %3</translation>
    </message>
    <message>
        <source>the file is sent as it is, with all that it says of itself</source>
        <translation>文件会原样发送，包括其中的全部元数据</translation>
    </message>
    <message>
        <source>there is no room for pictures of its frames</source>
        <translation>没有空间容纳其画面帧的图片</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 帧</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 帧</translation>
    </message>
    <message>
        <source>pictures of its frames are sent, not the clip</source>
        <translation>发送的是画面帧的图片，而不是视频本身</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>其中没有内容</translation>
    </message>
    <message>
        <source>%1 of text; no more than %2 are read</source>
        <translation>文本 %1；最多读取 %2</translation>
    </message>
    <message>
        <source>looking at it</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>unpacking</source>
        <translation>正在解包</translation>
    </message>
    <message>
        <source>listing files</source>
        <translation>正在列出文件</translation>
    </message>
    <message>
        <source>counting tokens</source>
        <translation>正在计算 token</translation>
    </message>
    <message>
        <source>there is no file in it that a model could read</source>
        <translation>其中没有模型可以读取的文件</translation>
    </message>
    <message>
        <source>none of its files fits into the %1 tokens that are left</source>
        <translation>剩余的 %1 个 token 容纳不下其中任何文件</translation>
    </message>
    <message>
        <source>reading files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%2 个文件中的 %1 个</translation>
    </message>
    <message>
        <source>1 file does not fit and is left out: %2</source>
        <translation>1 个文件放不下，未附上：%2</translation>
    </message>
    <message>
        <source>%1 files do not fit and are left out: %2</source>
        <translation>%1 个文件放不下，未附上：%2</translation>
    </message>
    <message>
        <source>%1 of text; no more than %2 go along</source>
        <translation>文本 %1；最多附上 %2</translation>
    </message>
    <message>
        <source>bytes in it that are no UTF-8 were replaced</source>
        <translation>其中不是 UTF-8 的字节已被替换</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>a long text: %1 tokens of it go along</source>
        <translation>长文本：附上其中 %1 个 token</translation>
    </message>
    <message>
        <source>its name alone</source>
        <translation>仅其名称</translation>
    </message>
    <message>
        <source>only one repository or folder goes with a question: remove the others</source>
        <translation>一个问题只能附上一个仓库或文件夹：请移除其他的</translation>
    </message>
    <message>
        <source>%1 takes no pictures</source>
        <translation>%1 不接受图片</translation>
    </message>
    <message>
        <source>%1, and %2 takes %3 in one request</source>
        <translation>%1，而 %2 每次请求只接受 %3 个</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation>1 段视频</translation>
    </message>
    <message>
        <source>%1 clips</source>
        <translation>%1 段视频</translation>
    </message>
    <message>
        <source>together %1 of pictures and clips, and %2 takes requests of %3</source>
        <translation>图片和视频合计 %1，而 %2 的请求上限为 %3</translation>
    </message>
    <message>
        <source>%1 tokens, %2 more than there is room for: remove something, or choose an engine with a longer context</source>
        <translation>%1 个 token，超出可用空间 %2 个：请移除一些内容，或选择上下文更长的引擎</translation>
    </message>
    <message>
        <source>%1 has %2 as it is sent, and %3 takes %4</source>
        <translation>%1 发送时为 %2，而 %3 只接受 %4</translation>
    </message>
    <message>
        <source>%1 (%2): remove it, or send its name alone</source>
        <translation>%1（%2）：请移除，或只发送其名称</translation>
    </message>
    <message>
        <source>%1 at %2:%3, begins %4</source>
        <translation>%1，位于 %2:%3，开头为 %4</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>%1 in line %2 of the question, begins %3</source>
        <translation>%1，位于问题第 %2 行，开头为 %3</translation>
    </message>
    <message>
        <source>The store of sessions was damaged (%1). %2 events of %3 sessions were recovered, %4 are missing; the damaged file is kept as %5.</source>
        <translation>会话存储已损坏（%1）。恢复了 %3 个会话的 %2 个事件，缺失 %4 个；损坏的文件保留为 %5。</translation>
    </message>
    <message>
        <source>The store of sessions was brought up to date; a copy is kept as %1.</source>
        <translation>会话存储已升级；副本保留为 %1。</translation>
    </message>
    <message>
        <source>The last run ended unexpectedly; answers that were cut off: %1.</source>
        <translation>上次运行意外结束；被中断的回答：%1 个。</translation>
    </message>
    <message>
        <source>The sessions are kept without a log, slower and as safe: %1.</source>
        <translation>会话以不带日志的方式保存，较慢但同样安全：%1。</translation>
    </message>
    <message>
        <source>Nothing is kept: %1.</source>
        <translation>不保存任何内容：%1。</translation>
    </message>
    <message>
        <source>no model was loaded</source>
        <translation>尚未加载任何模型</translation>
    </message>
    <message>
        <source>was sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>was sent, and is unchanged</source>
        <translation>已发送，且未更改</translation>
    </message>
    <message>
        <source>was sent; the same words are at line %1 now</source>
        <translation>已发送；同样的文字现在位于第 %1 行</translation>
    </message>
    <message>
        <source>was sent, and changed since</source>
        <translation>已发送，此后有更改</translation>
    </message>
    <message>
        <source>was sent; the file is not there any more</source>
        <translation>已发送；该文件已不存在</translation>
    </message>
    <message>
        <source>is being checked</source>
        <translation>正在核对</translation>
    </message>
    <message>
        <source>no file of that name was sent</source>
        <translation>没有发送过该名称的文件</translation>
    </message>
    <message>
        <source>the file that was sent has fewer lines</source>
        <translation>发送的文件没有这么多行</translation>
    </message>
    <message>
        <source>those lines were not sent</source>
        <translation>未发送这些行</translation>
    </message>
    <message>
        <source>no frame within a second of it was sent</source>
        <translation>前后一秒内没有发送过帧</translation>
    </message>
    <message>
        <source>the clip ends before it</source>
        <translation>视频在此之前就结束了</translation>
    </message>
    <message>
        <source>several files that were sent end like that</source>
        <translation>有多个已发送的文件以此结尾</translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <translation>未发送过它。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>该文件已不存在。</translation>
    </message>
    <message>
        <source>It cannot be read now: %1</source>
        <translation>现在无法读取它：%1</translation>
    </message>
    <message>
        <source>%1 cannot be opened any more: %2. Put it back, or remove it.</source>
        <translation>%1 已无法打开：%2。请将其放回原处，或将其移除。</translation>
    </message>
    <message>
        <source>this part of the clip cannot be decoded: %1</source>
        <translation>视频的这一部分无法解码：%1</translation>
    </message>
    <message>
        <source>the clip is not in the store any more: %1</source>
        <translation>该视频已不在存储中：%1</translation>
    </message>
    <message>
        <source>the file was changed meanwhile; it is shown as it is now</source>
        <translation>文件已在此期间更改；显示的是现在的样子</translation>
    </message>
    <message>
        <source>the decoder ended and was started anew; nothing is lost</source>
        <translation>解码器已退出并重新启动；没有丢失任何内容</translation>
    </message>
    <message>
        <source>the file is no longer there; what was opened is still shown, but it cannot be read again: put it back before you choose other frames</source>
        <translation>文件已不在那里；打开过的内容仍会显示，但无法再次读取：选择其他帧之前，请将其放回原处</translation>
    </message>
    <message>
        <source>the clip could be looked through for %1 s: %2</source>
        <translation>视频只查看了 %1 秒：%2</translation>
    </message>
    <message>
        <source>the clip is still being opened</source>
        <translation>视频仍在打开</translation>
    </message>
    <message>
        <source>it is no picture any more</source>
        <translation>它已不再是图片</translation>
    </message>
    <message>
        <source>it was not kept</source>
        <translation>未保存它</translation>
    </message>
    <message>
        <source>the model&apos;s tokenizer is not there, so that nobody knows what it would read</source>
        <translation>缺少该模型的分词器，因此无从得知它会读到什么</translation>
    </message>
    <message>
        <source>it was fetched, and is fetched anew when it is added again</source>
        <translation>它是获取来的，再次添加时会重新获取</translation>
    </message>
    <message>
        <source>it is no longer there</source>
        <translation>它已不在那里</translation>
    </message>
    <message>
        <source>it is one file, and is read anew when it is added again</source>
        <translation>它是单个文件，再次添加时会重新读取</translation>
    </message>
    <message>
        <source>a part of it is covered, so its frames are sent and never the file</source>
        <translation>其中一部分被遮盖，因此只发送帧，绝不发送文件</translation>
    </message>
    <message>
        <source>the chosen frames are sent: of the file other frames would be seen</source>
        <translation>发送的是所选的帧：若发送文件，看到的会是其他帧</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>1 tile</source>
        <translation>1 个分块</translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 个分块</translation>
    </message>
    <message>
        <source>sent at %1: larger, it has more than the %2 that %3 takes</source>
        <translation>以 %1 发送：更大就会超出 %3 接受的 %2</translation>
    </message>
    <message>
        <source>sent at the default size: %1</source>
        <translation>以默认大小发送：%1</translation>
    </message>
    <message>
        <source>choose a part of it</source>
        <translation>请选择其中一部分</translation>
    </message>
    <message>
        <source>choose legible tiles for %1 tokens, or a part of it</source>
        <translation>请选择清晰分块（%1 个 token），或选择其中一部分</translation>
    </message>
    <message>
        <source>choose high for %1 tokens, or a part of it</source>
        <translation>请选择“高”（%1 个 token），或选择其中一部分</translation>
    </message>
    <message>
        <source>choose default for %1 tokens, or a part of it</source>
        <translation>请选择“默认”（%1 个 token），或选择其中一部分</translation>
    </message>
    <message>
        <source>small text may be lost, as it is seen at %1: %2</source>
        <translation>小字可能看不清，因为看到的大小是 %1：%2</translation>
    </message>
    <message>
        <source>%1 shrinks every picture to a small area</source>
        <translation>%1 会将每张图片缩小到很小的尺寸</translation>
    </message>
    <message>
        <source>%1 cannot be asked for more than its own default</source>
        <translation>无法要求 %1 超出其自身的默认值</translation>
    </message>
    <message>
        <source>%1 sees whole pictures large enough</source>
        <translation>%1 看到的整张图片已足够大</translation>
    </message>
    <message>
        <source>too large for tiles: choose a part of it</source>
        <translation>太大，无法分块：请选择其中一部分</translation>
    </message>
    <message>
        <source>it is seen at its full size as it is</source>
        <translation>现在看到的就是完整大小</translation>
    </message>
    <message>
        <source>nothing of it changed since the last answer</source>
        <translation>自上次回答以来没有任何更改</translation>
    </message>
    <message>
        <source>what changed takes %1 tokens, and there is room for %2</source>
        <translation>更改的内容需要 %1 个 token，而只有 %2 个的空间</translation>
    </message>
    <message>
        <source>1 changed file</source>
        <translation>1 个更改的文件</translation>
    </message>
    <message>
        <source>%1 changed files</source>
        <translation>%1 个更改的文件</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>该模型</translation>
    </message>
    <message>
        <source>small text in %1 may be too small for %2</source>
        <translation>%1 中的小字对 %2 来说可能太小</translation>
    </message>
    <message>
        <source>small text in %1 pictures may be too small for %2</source>
        <translation>%1 张图片中的小字对 %2 来说可能太小</translation>
    </message>
    <message>
        <source>The file is too large for an answer.</source>
        <translation>文件太大，超出了回答的限度。</translation>
    </message>
    <message>
        <source>There are too many files in the answer.</source>
        <translation>回答中的文件太多。</translation>
    </message>
    <message>
        <source>Another file has that name, in other letters, or lies in it.</source>
        <translation>另一个文件以不同写法使用了此名称，或位于同名的文件夹中。</translation>
    </message>
    <message>
        <source>A file has the name of its folder.</source>
        <translation>其文件夹的名称已被一个文件占用。</translation>
    </message>
    <message>
        <source>An earlier answer has that name in other letters.</source>
        <translation>较早的回答以不同写法使用了此名称。</translation>
    </message>
    <message>
        <source>A node has neither an id nor a name.</source>
        <translation>有一个节点既没有 ID，也没有名称。</translation>
    </message>
    <message>
        <source>There are more nodes than are shown.</source>
        <translation>还有节点未显示。</translation>
    </message>
    <message>
        <source>Two nodes have the id “%1”.</source>
        <translation>有两个节点的 ID 都是“%1”。</translation>
    </message>
    <message>
        <source>An edge does not say what it joins.</source>
        <translation>有一条连线没有说明连接的是什么。</translation>
    </message>
    <message>
        <source>There are more edges than are shown.</source>
        <translation>还有连线未显示。</translation>
    </message>
    <message>
        <source>An edge names “%1”, which is no node.</source>
        <translation>有一条连线提到“%1”，但它不是节点。</translation>
    </message>
    <message>
        <source>The graph cannot be read: %1</source>
        <translation>无法读取图的结构：%1</translation>
    </message>
    <message>
        <source>Ask about a repository</source>
        <translation>就仓库提问</translation>
    </message>
    <message>
        <source>Review a screen recording</source>
        <translation>审阅录屏</translation>
    </message>
    <message>
        <source>Diagram to Kubernetes</source>
        <translation>将图转为 Kubernetes</translation>
    </message>
    <message>
        <source>Diagram to Compose</source>
        <translation>将图转为 Compose</translation>
    </message>
    <message>
        <source>Diagram to Terraform</source>
        <translation>将图转为 Terraform</translation>
    </message>
    <message>
        <source>Diagram to Terraform, %1</source>
        <translation>将图转为 Terraform，%1</translation>
    </message>
    <message>
        <source>Drop the repository; screenshots can lie beside it.</source>
        <translation>请拖入仓库；也可以同时拖入屏幕截图。</translation>
    </message>
    <message>
        <source>Drop a picture of the architecture, or a photo of the whiteboard.</source>
        <translation>请拖入架构图，或白板的照片。</translation>
    </message>
    <message>
        <source>Drop the recording, and the repository it is about.</source>
        <translation>请拖入录屏，以及与之相关的仓库。</translation>
    </message>
    <message>
        <source>It leads out of the folder, or nowhere.</source>
        <translation>该路径指向文件夹之外，或不指向任何地方。</translation>
    </message>
    <message>
        <source>A name in it is too long.</source>
        <translation>路径中有一个名称太长。</translation>
    </message>
    <message>
        <source>A name in it begins or ends with a blank, or ends with a dot.</source>
        <translation>路径中有一个名称以空格开头或结尾，或以句点结尾。</translation>
    </message>
    <message>
        <source>It holds a character that file names cannot have everywhere.</source>
        <translation>路径中有一个并非在所有系统上都可用于文件名的字符。</translation>
    </message>
    <message>
        <source>A name in it is a device&apos;s on Windows.</source>
        <translation>路径中有一个名称在 Windows 上是设备名。</translation>
    </message>
    <message>
        <source>It lies in a folder that git keeps for itself.</source>
        <translation>该路径位于 git 自用的文件夹中。</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>没有名称。</translation>
    </message>
    <message>
        <source>The path is too long.</source>
        <translation>路径太长。</translation>
    </message>
    <message>
        <source>It is not a path below the folder.</source>
        <translation>它不是该文件夹之下的路径。</translation>
    </message>
    <message>
        <source>The path is not valid text.</source>
        <translation>路径不是有效的文本。</translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen.</source>
        <translation>路径中含有不可见的字符。</translation>
    </message>
    <message>
        <source>Something else than a file has that name.</source>
        <translation>使用此名称的不是文件。</translation>
    </message>
    <message>
        <source>The file that is there is too large.</source>
        <translation>已存在的文件太大。</translation>
    </message>
    <message>
        <source>The file that is there cannot be read.</source>
        <translation>无法读取已存在的文件。</translation>
    </message>
    <message>
        <source>The way there goes through a link.</source>
        <translation>通往那里的路径经过链接。</translation>
    </message>
    <message>
        <source>%1 has changed meanwhile. Nothing was written.</source>
        <translation>%1 已在此期间更改。未写入任何内容。</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>无法移除 %1。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 has changed since it was saved. Nothing was taken back.</source>
        <translation>%1 在保存后有更改。未撤销任何内容。</translation>
    </message>
    <message>
        <source>A secret stands there in plain text: %1, beginning with %2.</source>
        <translation>那里有明文的机密：%1，开头为 %2。</translation>
    </message>
    <message>
        <source>The answer ends within the file.</source>
        <translation>回答在该文件中途结束。</translation>
    </message>
    <message>
        <source>It lets the whole world in, and not to ports 80 and 443 alone.</source>
        <translation>它对所有来源开放，且不限于端口 80 和 443。</translation>
    </message>
    <message>
        <source>Everybody can read what is stored there.</source>
        <translation>任何人都能读取存储在那里的内容。</translation>
    </message>
    <message>
        <source>The image has no version: it is another one every time.</source>
        <translation>镜像没有版本：每次都可能不同。</translation>
    </message>
    <message>
        <source>Its containers have no resource limits.</source>
        <translation>其中的容器没有资源限制。</translation>
    </message>
    <message>
        <source>It has a kind, and no apiVersion.</source>
        <translation>其中有 kind，但没有 apiVersion。</translation>
    </message>
    <message>
        <source>A bracket or a string is open there that does not close.</source>
        <translation>那里有未闭合的括号或字符串。</translation>
    </message>
    <message>
        <source>It is indented by a tab, which YAML does not allow.</source>
        <translation>该行以制表符缩进，而 YAML 不允许这样做。</translation>
    </message>
    <message>
        <source>Its services have no resource limits.</source>
        <translation>其中的服务没有资源限制。</translation>
    </message>
    <message>
        <source>It gets the rights of the machine that it runs on.</source>
        <translation>它会获得所在机器的权限。</translation>
    </message>
    <message>
        <source>It is not valid JSON: %1</source>
        <translation>不是有效的 JSON：%1</translation>
    </message>
    <message>
        <source>Checks only run shut in by bubblewrap, which is not installed.</source>
        <translation>检查只能在 bubblewrap 的隔离下运行，而它尚未安装。</translation>
    </message>
    <message>
        <source>It could not be started: %1</source>
        <translation>无法启动检查：%1</translation>
    </message>
    <message>
        <source>It took too long and was ended.</source>
        <translation>检查用时太长，已被终止。</translation>
    </message>
    <message>
        <source>Its box could not be made: %1</source>
        <translation>无法为检查建立隔离环境：%1</translation>
    </message>
    <message>
        <source>Neither terraform nor tofu is installed.</source>
        <translation>terraform 和 tofu 都未安装。</translation>
    </message>
    <message>
        <source>It needs plugins of providers, which are fetched over the network; checks have none.</source>
        <translation>需要提供商的插件，而插件要通过网络获取；检查没有网络。</translation>
    </message>
    <message>
        <source>kubectl is not installed.</source>
        <translation>kubectl 未安装。</translation>
    </message>
    <message>
        <source>kubectl asks a cluster which kinds there are, and checks have no network.</source>
        <translation>kubectl 要向集群查询有哪些类型，而检查没有网络。</translation>
    </message>
    <message>
        <source>docker is not installed.</source>
        <translation>docker 未安装。</translation>
    </message>
    <message>
        <source>docker is installed without its compose plugin.</source>
        <translation>docker 已安装，但没有 compose 插件。</translation>
    </message>
    <message>
        <source>%1 was not sent, or is not kept any more.</source>
        <translation>%1 未曾发送，或已不再保留。</translation>
    </message>
    <message>
        <source>The session has no source with %1.</source>
        <translation>会话中没有包含 %1 的来源。</translation>
    </message>
</context>
<context>
    <name>SessionDelegate</name>
    <message>
        <source>Name of the session</source>
        <translation>会话名称</translation>
    </message>
</context>
<context>
    <name>SessionRows</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>%1 · 1 turn</source>
        <translation>%1 · 1 轮</translation>
    </message>
    <message>
        <source>%1 · %2 turns</source>
        <translation>%1 · %2 轮</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Trash (%1)</source>
        <translation>回收站 (%1)</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>SideBarWords</name>
    <message>
        <source>Scroll sideways</source>
        <translation>横向滚动</translation>
    </message>
</context>
<context>
    <name>SpeedWords</name>
    <message>
        <source>(%1 %)</source>
        <translation>(%1 %)</translation>
    </message>
    <message>
        <source>sending %1 / %2 %3</source>
        <translation>正在发送 %1 / %2 %3</translation>
    </message>
    <message>
        <source>reading frames %1 / %2</source>
        <translation>正在读取画面帧 %1 / %2</translation>
    </message>
    <message>
        <source>looking at pictures %1</source>
        <translation>正在查看图片 %1</translation>
    </message>
    <message>
        <source>reading the prompt %1 / %2 %3</source>
        <translation>正在读取提示 %1 / %2 %3</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>first word %1</source>
        <translation>首字 %1</translation>
    </message>
    <message>
        <source>failed, asked once more</source>
        <translation>失败，已再次请求</translation>
    </message>
    <message>
        <source>waiting for the first word</source>
        <translation>正在等待首字</translation>
    </message>
    <message>
        <source>%1 pieces/s</source>
        <translation>%1 段/秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>cache hit %1</source>
        <translation>缓存命中 %1</translation>
    </message>
</context>
<context>
    <name>StatusRow</name>
    <message>
        <source>Sessions (Ctrl+B)</source>
        <translation>会话列表 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Inspector (Ctrl+I)</source>
        <translation>检查器 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>StoreWords</name>
    <message>
        <source>The disk of %1 is full: make room on it.</source>
        <translation>%1 所在的磁盘已满：请腾出空间。</translation>
    </message>
    <message>
        <source>The disk of %1 is full (%2 are free): make room on it.</source>
        <translation>%1 所在的磁盘已满（可用 %2）：请腾出空间。</translation>
    </message>
    <message>
        <source>%1 cannot be written to: see that it can be again.</source>
        <translation>%1 不可写：请使其恢复可写。</translation>
    </message>
    <message>
        <source>Sessions cannot be saved in %1 at the moment.</source>
        <translation>目前无法将会话保存到 %1。</translation>
    </message>
    <message>
        <source>%1 What comes stays in memory and is saved as soon as that works; Export Session saves it to another place now.</source>
        <translation>%1 收到的内容留在内存中，一旦可行就会保存；“导出会话”可立即将其保存到其他位置。</translation>
    </message>
    <message>
        <source>The session was deleted by another program. What is shown stays here until you leave it; Export Session keeps it.</source>
        <translation>此会话已被另一个程序删除。显示的内容会留在这里，直到您离开；“导出会话”可将其保留。</translation>
    </message>
    <message>
        <source>Something of the session could not be saved. It stays here until you leave it; Export Session keeps it.</source>
        <translation>此会话有部分内容无法保存。它会留在这里，直到您离开；“导出会话”可将其保留。</translation>
    </message>
</context>
<context>
    <name>TurnButtons</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重新提问</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Retry with…</source>
        <translation>换方式重新提问…</translation>
    </message>
    <message>
        <source>Edit endpoint…</source>
        <translation>修改端点…</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Load a model…</source>
        <translation>加载模型…</translation>
    </message>
    <message>
        <source>Export session…</source>
        <translation>导出会话…</translation>
    </message>
    <message>
        <source>Shorten…</source>
        <translation>缩短…</translation>
    </message>
    <message>
        <source>Edit question…</source>
        <translation>修改问题…</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>从此处新建分支</translation>
    </message>
</context>
<context>
    <name>TurnWords</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>thinking adaptive</source>
        <translation>思考：自适应</translation>
    </message>
    <message>
        <source>thinking on</source>
        <translation>思考：开</translation>
    </message>
    <message>
        <source>thinking off</source>
        <translation>思考：关</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <translation>%1 tok</translation>
    </message>
    <message>
        <source>asked: off, got %1 reasoning tok</source>
        <translation>要求：关，却收到 %1 tok 推理</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
    <message>
        <source>≈ %1 tok</source>
        <translation>≈ %1 tok</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理过程</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Tool call</source>
        <translation>工具调用</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>补丁</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>等待中…</translation>
    </message>
    <message>
        <source>Waiting for the first word</source>
        <translation>正在等待首字</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>asking again in %1 s</source>
        <translation>%1 秒后再次请求</translation>
    </message>
    <message>
        <source>asking again</source>
        <translation>正在再次请求</translation>
    </message>
</context>
<context>
    <name>tf::ui::AnswerTree</name>
    <message>
        <source>Files of the answers</source>
        <translation>回答中的文件</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>文件夹 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1  (%n versions)</source>
        <translation>
            <numerusform>%1  （%n 个版本）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::BudgetBar</name>
    <message>
        <source>What the next request takes up</source>
        <translation>下一个请求的占用情况</translation>
    </message>
</context>
<context>
    <name>tf::ui::BudgetLine</name>
    <message>
        <source>the file, ≈ %1 tokens</source>
        <translation>文件，≈ %1 个 token</translation>
    </message>
    <message numerus="yes">
        <source>%n frames, ≈ %1 tokens</source>
        <translation>
            <numerusform>%n 帧，≈ %1 个 token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frames that look like the one before are left out.</source>
        <translation>
            <numerusform>%n 帧与前一帧相似，已略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>The clip is still being looked through; more may come.</source>
        <translation>视频仍在查看中；可能还会增加。</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>费用说明</translation>
    </message>
    <message>
        <source>Frames travel in pairs: two frames cost what one picture of their size costs, and an odd last one is its own partner. A moment whose small print matters is better sent as a picture.</source>
        <translation>帧成对发送：两帧的费用相当于一张同样大小的图片，落单的最后一帧会与自身配对。若某个时刻的小字很重要，最好作为图片发送。</translation>
    </message>
    <message>
        <source>%1 % of what one clip may show (%2 tokens)</source>
        <translation>单个视频上限（%2 个 token）的 %1 %</translation>
    </message>
</context>
<context>
    <name>tf::ui::ChangesLine</name>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>Whether %1 changed since the last answer cannot be seen: %2</source>
        <translation>无法得知 %1 自上次回答以来是否有更改：%2</translation>
    </message>
    <message>
        <source>Since the last answer, %1: %2 (%3 tokens)</source>
        <translation>自上次回答以来，%1：%2（%3 个 token）</translation>
    </message>
    <message>
        <source>Since the last answer, %1: %2 (≈ %3 tokens)</source>
        <translation>自上次回答以来，%1：%2（≈ %3 个 token）</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>新增 %1 个</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>更改 %1 个</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>移除 %1 个</translation>
    </message>
    <message>
        <source>Send only changes</source>
        <translation>只发送更改</translation>
    </message>
    <message>
        <source>What was sent before stays in the server&apos;s cache</source>
        <translation>之前发送的内容留在服务器的缓存中</translation>
    </message>
    <message>
        <source>All again</source>
        <translation>全部重发</translation>
    </message>
    <message>
        <source>The whole repository goes along once more</source>
        <translation>再次附上整个仓库</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Until something else changes</source>
        <translation>直到又有其他更改</translation>
    </message>
</context>
<context>
    <name>tf::ui::CheckList</name>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Tools that are installed look at a copy, without network and without anything of yours. Nothing is ever applied.</source>
        <translation>由已安装的工具查看一份副本，没有网络，也接触不到您的任何东西。绝不会实际应用任何内容。</translation>
    </message>
    <message>
        <source>Stop checks</source>
        <translation>停止检查</translation>
    </message>
    <message>
        <source>Run checks</source>
        <translation>运行检查</translation>
    </message>
    <message>
        <source>Nothing is known against these files.</source>
        <translation>未发现这些文件有问题。</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>未采用：%1</translation>
    </message>
    <message>
        <source>It runs now.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>It has not been run yet.</source>
        <translation>尚未运行。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tf::ui::Chip</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Name only</source>
        <translation>仅名称</translation>
    </message>
    <message>
        <source>The file&apos;s name goes along, and nothing of what is in it</source>
        <translation>只附上文件名，不附上文件内容</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1，%2 %</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <translation>%1 tok</translation>
    </message>
    <message>
        <source>≈ %1 tok</source>
        <translation>≈ %1 tok</translation>
    </message>
    <message>
        <source>%1, cannot go along: %2</source>
        <translation>%1，无法附上：%2</translation>
    </message>
</context>
<context>
    <name>tf::ui::ChipRow</name>
    <message>
        <source>Undo removing</source>
        <translation>撤销移除</translation>
    </message>
    <message>
        <source>Goes along with the question</source>
        <translation>随问题一起发送</translation>
    </message>
</context>
<context>
    <name>tf::ui::ClipList</name>
    <message>
        <source>a recording</source>
        <translation>录屏</translation>
    </message>
    <message>
        <source>%1 (earlier)</source>
        <translation>%1（较早）</translation>
    </message>
</context>
<context>
    <name>tf::ui::CodePage</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation>没有打开的文件</translation>
    </message>
    <message>
        <source>Press a place that an answer names, or Ctrl+P for a file of the repository.</source>
        <translation>点击回答中提到的位置，或按 Ctrl+P 打开仓库文件。</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>返回 (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>前进 (Alt+Right)</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy the path and the line</source>
        <translation>复制路径和行号</translation>
    </message>
    <message>
        <source>Which version is shown</source>
        <translation>显示哪个版本</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>发送时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>The file as it was sent</source>
        <translation>文件发送时的样子</translation>
    </message>
    <message>
        <source>The file as it is now</source>
        <translation>文件现在的样子</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>as sent with question %1</source>
        <translation>随问题 %1 发送时的样子</translation>
    </message>
    <message>
        <source>unchanged since</source>
        <translation>此后未更改</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>此后有更改</translation>
    </message>
</context>
<context>
    <name>tf::ui::CodePreview</name>
    <message>
        <source>Text of %1</source>
        <translation>%1 的文本</translation>
    </message>
</context>
<context>
    <name>tf::ui::CodeView</name>
    <message>
        <source>Text of the file</source>
        <translation>文件的文本</translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more bytes</source>
        <translation>
            <numerusform>… 另有 %Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>tf::ui::ComparePage</name>
    <message>
        <source>Compare branches</source>
        <translation>比较分支</translation>
    </message>
    <message>
        <source>Close comparison (Esc)</source>
        <translation>关闭比较 (Esc)</translation>
    </message>
</context>
<context>
    <name>tf::ui::CompareSide</name>
    <message>
        <source>Go on with this one</source>
        <translation>以此继续</translation>
    </message>
    <message>
        <source>Which answer is compared</source>
        <translation>要比较的回答</translation>
    </message>
    <message>
        <source>%1 of %2 — %3</source>
        <translation>第 %1 个，共 %2 个 — %3</translation>
    </message>
</context>
<context>
    <name>tf::ui::Composer</name>
    <message>
        <source>Question and what goes along</source>
        <translation>问题及附件</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>No engine is chosen. What you send waits until there is one.</source>
        <translation>尚未选择引擎。发送的内容会等到有引擎时再发出。</translation>
    </message>
    <message>
        <source>%1 What you send waits until then.</source>
        <translation>%1 在此之前，发送的内容会一直等待。</translation>
    </message>
    <message>
        <source>What goes along is still being read.</source>
        <translation>附件仍在读取中。</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>tf::ui::ComposerCard</name>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ask the next question; it waits for the answer</source>
        <translation>提出下一个问题；它会等当前回答结束</translation>
    </message>
    <message>
        <source>Ask about code, pictures or a recording. Drop them here.</source>
        <translation>就代码、图片或录屏提问，可直接拖放到这里。</translation>
    </message>
    <message>
        <source>Stop and send</source>
        <translation>停止并发送</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>The session cannot be asked here</source>
        <translation>无法在这里向此会话提问</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>想做什么？</translation>
    </message>
</context>
<context>
    <name>tf::ui::ComposerEdit</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>tf::ui::ContextPage</name>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>%1 does not go along</source>
        <translation>%1 未附上</translation>
    </message>
    <message>
        <source>Attach a folder…</source>
        <translation>附上文件夹…</translation>
    </message>
    <message>
        <source>No repository goes along</source>
        <translation>未附上仓库</translation>
    </message>
    <message>
        <source>Drop a folder or a repository on the conversation to see here which of its files are sent, and at what cost.</source>
        <translation>将文件夹或仓库拖到对话中，即可在这里看到会发送其中哪些文件，以及费用多少。</translation>
    </message>
    <message>
        <source>Nothing goes along yet; %1 tokens can be read.</source>
        <translation>尚未附上任何内容；可读取 %1 个 token。</translation>
    </message>
    <message>
        <source>Nothing goes along yet.</source>
        <translation>尚未附上任何内容。</translation>
    </message>
</context>
<context>
    <name>tf::ui::ConversationPane</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>What to begin with</source>
        <translation>从哪里开始</translation>
    </message>
    <message>
        <source>Where does the retry go wrong? Answers cite file and line.</source>
        <translation>重试在哪里出了错？回答会注明文件和行号。</translation>
    </message>
    <message>
        <source>From a picture of an architecture to code you can review.</source>
        <translation>从一张架构图得到可以审阅的代码。</translation>
    </message>
    <message>
        <source>Find the moment it breaks, and the code behind it.</source>
        <translation>找到出错的瞬间，以及背后的代码。</translation>
    </message>
</context>
<context>
    <name>tf::ui::CoverBar</name>
    <message>
        <source>Drag over what shall not leave this machine, or press Enter for a place in the middle; arrows move it, Shift and arrows resize it.</source>
        <translation>拖动框选不得离开本机的部分，或按 Enter 在中央放置一处；方向键移动，Shift 加方向键调整大小。</translation>
    </message>
    <message>
        <source>What is covered</source>
        <translation>已遮盖的部分</translation>
    </message>
    <message>
        <source>Minutes and seconds: 2:13</source>
        <translation>分和秒：2:13</translation>
    </message>
    <message>
        <source>Covered from</source>
        <translation>遮盖开始于</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Covered to</source>
        <translation>遮盖结束于</translation>
    </message>
    <message>
        <source>Uncover it (Del)</source>
        <translation>取消遮盖 (Del)</translation>
    </message>
</context>
<context>
    <name>tf::ui::DropOverlay</name>
    <message>
        <source>Looking at it …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Begins a new session</source>
        <translation>开始新会话</translation>
    </message>
    <message>
        <source>Goes along with the next question · Alt: new session</source>
        <translation>随下一个问题附上 · Alt：新建会话</translation>
    </message>
    <message>
        <source>≈ %1 tokens</source>
        <translation>≈ %1 个 token</translation>
    </message>
    <message>
        <source>fits in %1</source>
        <translation>可放入 %1 的上下文</translation>
    </message>
    <message>
        <source>%1 too much</source>
        <translation>超出 %1</translation>
    </message>
</context>
<context>
    <name>tf::ui::EndpointPage</name>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Close without keeping (Esc)</source>
        <translation>关闭且不保留 (Esc)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation>服务器类型</translation>
    </message>
    <message>
        <source>Decides how thinking, pictures and clips are asked for.</source>
        <translation>决定如何请求思考、图片和视频。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Goes into your keyring, never into a file of settings. Empty: the one that is kept stays, or none is needed.</source>
        <translation>存入密钥环，绝不写入设置文件。留空：保留已有的密钥，或无需密钥。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Tokens of question and answer together. Empty: asked of the server.</source>
        <translation>问题与回答合计的 token 数。留空：向服务器查询。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Empty: the system&apos;s. “none”, http://host:port or socks5://host:port.</source>
        <translation>留空：使用系统代理。“none”、http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>A PEM file that is trusted for this endpoint beside the system&apos;s.</source>
        <translation>除系统证书外，此端点还信任的 PEM 文件。</translation>
    </message>
    <message>
        <source>Everyone on that network can then read what is sent.</source>
        <translation>该网络中的任何人都能读到发送的内容。</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>运营方</translation>
    </message>
    <message>
        <source>Who runs it, in your words.</source>
        <translation>由谁运营，用您自己的话写。</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>适用法律</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留期限</translation>
    </message>
    <message>
        <source>How long it keeps what is sent, as you know it.</source>
        <translation>据您所知，发送的内容会被保留多久。</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>kept under “%1”</source>
        <translation>已保存为“%1”</translation>
    </message>
    <message>
        <source>Where data goes is shown when the address stands.</source>
        <translation>填好地址后，这里会显示数据的去向。</translation>
    </message>
    <message>
        <source>Data goes to: %1</source>
        <translation>数据去向：%1</translation>
    </message>
    <message>
        <source>Stop &amp;testing</source>
        <translation>停止测试(&amp;T)</translation>
    </message>
    <message>
        <source>Up to and including /v1, for example https://api.minimax.io/v1</source>
        <translation>直到并包括 /v1，例如 https://api.minimax.io/v1</translation>
    </message>
    <message>
        <source>Found from the address</source>
        <translation>根据地址判断</translation>
    </message>
    <message>
        <source>As the server names it. Leave empty if it serves one model.</source>
        <translation>服务器所用的名称。若服务器只提供一个模型，请留空。</translation>
    </message>
    <message>
        <source>The name you choose it by.</source>
        <translation>供您选择时使用的名称。</translation>
    </message>
    <message>
        <source>Allow no encryption to a host on my network</source>
        <translation>允许与我网络中的主机不加密通信</translation>
    </message>
    <message>
        <source>Country whose law applies.</source>
        <translation>适用其法律的国家。</translation>
    </message>
</context>
<context>
    <name>tf::ui::EngineFacts</name>
    <message>
        <source>No model is loaded and no endpoint is chosen.</source>
        <translation>尚未加载模型，也未选择端点。</translation>
    </message>
    <message>
        <source>Nothing is sent while no engine is chosen.</source>
        <translation>未选择引擎时，不会发送任何内容。</translation>
    </message>
    <message>
        <source>Which engine answers. Click to choose another.</source>
        <translation>由哪个引擎回答。点击可选择其他引擎。</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>&amp;Change “%1”…</source>
        <translation>更改“%1”(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Add an endpoint…</source>
        <translation>添加端点(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Load a model on this machine…</source>
        <translation>在本机加载模型(&amp;L)…</translation>
    </message>
</context>
<context>
    <name>tf::ui::EnginePanel</name>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>It can be asked.</source>
        <translation>可以提问。</translation>
    </message>
    <message>
        <source>It has not answered since Trifold was started.</source>
        <translation>自 Trifold 启动以来，它还没有回答过。</translation>
    </message>
    <message>
        <source>Last answers</source>
        <translation>最近的回答</translation>
    </message>
    <message>
        <source>No model is loaded and no endpoint is chosen. Questions can be written meanwhile.</source>
        <translation>尚未加载模型，也未选择端点。在此期间可以先写问题。</translation>
    </message>
    <message>
        <source>Add an endpoint…</source>
        <translation>添加端点…</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>没有引擎</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现在：%1</translation>
    </message>
    <message>
        <source>Now: no answer</source>
        <translation>现在：没有回答</translation>
    </message>
</context>
<context>
    <name>tf::ui::FactList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tf::ui::FileDelegate</name>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
</context>
<context>
    <name>tf::ui::FileFindBar</name>
    <message>
        <source>Find in this file</source>
        <translation>在此文件中查找</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>上一个 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>下一个 (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>tf::ui::FileHeader</name>
    <message>
        <source>Columns; a press sorts</source>
        <translation>列；点击可排序</translation>
    </message>
</context>
<context>
    <name>tf::ui::FileTree</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Space lets in or leaves out, Enter opens.</source>
        <translation>空格键附上或不附上，Enter 打开。</translation>
    </message>
    <message>
        <source>%1 cannot be sent: %2.</source>
        <translation>%1 无法发送：%2。</translation>
    </message>
    <message>
        <source>There is no room for %1. Leave out something else, or give it more room.</source>
        <translation>没有空间容纳 %1。请不附上其他内容，或为其腾出更多空间。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>不附上(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Take along</source>
        <translation>附上(&amp;T)</translation>
    </message>
    <message>
        <source>Only &amp;this</source>
        <translation>仅此项(&amp;N)</translation>
    </message>
    <message>
        <source>Open a&amp;ll folders</source>
        <translation>展开所有文件夹(&amp;A)</translation>
    </message>
    <message>
        <source>Cl&amp;ose all folders</source>
        <translation>折叠所有文件夹(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>复制路径(&amp;C)</translation>
    </message>
</context>
<context>
    <name>tf::ui::FileTreeModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>tf::ui::FindBar</name>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>上一个 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>下一个 (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 found, %2 % searched</source>
        <translation>找到 %1 个，已搜索 %2 %</translation>
    </message>
</context>
<context>
    <name>tf::ui::FirstRunPage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Where do answers come from?</source>
        <translation>回答从哪里来？</translation>
    </message>
    <message>
        <source>Trifold asks MiniMax M3. Choose who runs it; you can change it at any time.</source>
        <translation>Trifold 向 MiniMax M3 提问。请选择由谁运行它；随时可以更改。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>An endpoint</source>
        <translation>一个端点</translation>
    </message>
    <message>
        <source>A server of yours or of a vendor: vLLM, SGLang, llama.cpp, MiniMax, OpenRouter. Paste its address and key.</source>
        <translation>您自己的或供应商的服务器：vLLM、SGLang、llama.cpp、MiniMax、OpenRouter。粘贴其地址和密钥。</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>先随便看看</translation>
    </message>
    <message>
        <source>Drop files, write questions, look at what would be sent. Nothing leaves this machine.</source>
        <translation>拖入文件、写下问题、查看将要发送的内容。数据不离开本机。</translation>
    </message>
    <message>
        <source>Loading %1 …</source>
        <translation>正在加载 %1…</translation>
    </message>
    <message>
        <source>Loading did not succeed: %1</source>
        <translation>加载失败：%1</translation>
    </message>
    <message>
        <source>A folder with the weights of M3, or of a small model of its kind. The real M3 needs 214 GB of memory or more.</source>
        <translation>存放 M3 或同类小模型权重的文件夹。真正的 M3 需要 214 GB 或更多内存。</translation>
    </message>
    <message>
        <source>Look for what is there already</source>
        <translation>查找现有的引擎</translation>
    </message>
    <message>
        <source>%1 on this machine</source>
        <translation>本机上的 %1</translation>
    </message>
    <message>
        <source>It answers at %1 with %2. Ask it now.</source>
        <translation>它在 %1 应答，模型为 %2。立即向它提问。</translation>
    </message>
    <message>
        <source>A model on this disk</source>
        <translation>本机磁盘上的模型</translation>
    </message>
    <message>
        <source>%1. Load it now.</source>
        <translation>%1。立即加载。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>There is no server and no model of M3 in the usual places. Start one and look again, or choose below.</source>
        <translation>常见位置没有 M3 的服务器，也没有 M3 模型。请启动一个再查找，或在下面选择。</translation>
    </message>
    <message>
        <source>Asks the ports %1 of this machine for their models, and looks for folders of M3 in the usual places. Nothing leaves this machine.</source>
        <translation>向本机端口 %1 查询其模型，并在常见位置查找 M3 的文件夹。数据不离开本机。</translation>
    </message>
</context>
<context>
    <name>tf::ui::FitCard</name>
    <message>
        <source>Lock files</source>
        <translation>锁定文件</translation>
    </message>
    <message>
        <source>Vendored code</source>
        <translation>第三方代码</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>What says how all is built</source>
        <translation>构建说明</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 in %2 places</source>
        <translation>%1，分布于 %2 处</translation>
    </message>
    <message>
        <source>%1 in %2 places of %3</source>
        <translation>%1，分布于 %3 的 %2 处</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Leave these out</source>
        <translation>不附上这些</translation>
    </message>
    <message>
        <source>What could be left out</source>
        <translation>可以不附上的内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消 (Esc)</translation>
    </message>
    <message>
        <source>To fit into %1</source>
        <translation>放入 %1</translation>
    </message>
    <message>
        <source>Looking for what could be left out …</source>
        <translation>正在查找可以不附上的内容…</translation>
    </message>
    <message>
        <source>%1: %2, frees %3 tokens</source>
        <translation>%1：%2，可腾出 %3 个 token</translation>
    </message>
    <message>
        <source>It fits as it is: %1 of %2 tokens.</source>
        <translation>现在就放得下：%2 个 token 中的 %1 个。</translation>
    </message>
    <message>
        <source>Nothing of it fits: the rest of the question needs the room.</source>
        <translation>其中任何内容都放不下：空间要留给问题的其余部分。</translation>
    </message>
    <message>
        <source>Then %1 of the %2 tokens that are left for it</source>
        <translation>这样占用为其留出的 %2 个 token 中的 %1 个</translation>
    </message>
    <message>
        <source>%1: it fits.</source>
        <translation>%1：放得下。</translation>
    </message>
    <message>
        <source>%1: %2 too many.</source>
        <translation>%1：超出 %2 个。</translation>
    </message>
</context>
<context>
    <name>tf::ui::FrameScreen</name>
    <message>
        <source>Picture of the recording</source>
        <translation>录屏的画面</translation>
    </message>
    <message numerus="yes">
        <source>%n places of it are covered</source>
        <translation>
            <numerusform>其中 %n 处被遮盖</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::FrameStrip</name>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message numerus="yes">
        <source>%n frames are sent</source>
        <translation>
            <numerusform>发送 %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok</source>
        <translation>%1 tok</translation>
    </message>
    <message>
        <source>No frame of it is sent.</source>
        <translation>不发送其中任何帧。</translation>
    </message>
</context>
<context>
    <name>tf::ui::FrameWords</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1, frame %2</source>
        <translation>%1，第 %2 帧</translation>
    </message>
</context>
<context>
    <name>tf::ui::FramesBoard</name>
    <message>
        <source>Frames of the clip</source>
        <translation>视频的帧</translation>
    </message>
    <message>
        <source>Attach again</source>
        <translation>再次附上</translation>
    </message>
    <message>
        <source>The clip goes along with the next question, too</source>
        <translation>视频也随下一个问题附上</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>发送这些帧</translation>
    </message>
    <message>
        <source>Which frames are listed</source>
        <translation>列出哪些帧</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>要发送的</translation>
    </message>
    <message>
        <source>What lies between, too</source>
        <translation>也列出其间的帧</translation>
    </message>
    <message>
        <source>Space sends a frame or leaves it out; Shift and arrows choose several; Enter goes there</source>
        <translation>空格键发送或不发送某帧；Shift 加方向键选择多个；Enter 跳到该处</translation>
    </message>
    <message>
        <source>Frames or sampling</source>
        <translation>帧或采样</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>This clip went along with an earlier question.</source>
        <translation>此视频曾随之前的问题附上。</translation>
    </message>
    <message>
        <source>Looking for what happens: %1 %</source>
        <translation>正在查找有变化之处：%1 %</translation>
    </message>
    <message>
        <source>%1 as the model sees it</source>
        <translation>%1，模型看到的样子</translation>
    </message>
    <message>
        <source>No frame was sent here — send frames around %1?</source>
        <translation>此处未发送帧 — 发送 %1 前后的帧吗？</translation>
    </message>
    <message>
        <source>No frame was sent at %1.</source>
        <translation>%1 处未发送帧。</translation>
    </message>
    <message>
        <source>Send frames around %1</source>
        <translation>发送 %1 前后的帧</translation>
    </message>
</context>
<context>
    <name>tf::ui::FramesPage</name>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Which clip</source>
        <translation>哪段视频</translation>
    </message>
    <message>
        <source>No recording here</source>
        <translation>这里没有录屏</translation>
    </message>
    <message>
        <source>Drop a recording of a screen, or any video, on the window: its frames are looked at and chosen here before anything is sent.</source>
        <translation>将屏幕录制或任意视频拖到窗口中：发送之前，可在这里查看和选择其中的帧。</translation>
    </message>
    <message>
        <source>Attach a recording …</source>
        <translation>附上录屏…</translation>
    </message>
    <message>
        <source>%1 at %2.png</source>
        <translation>%1 于 %2.png</translation>
    </message>
    <message>
        <source>%1 goes along as a picture, too.</source>
        <translation>%1 也作为图片附上。</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 无法显示</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>It is not open.</source>
        <translation>它未打开。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>tf::ui::GraphTable</name>
    <message>
        <source>Nodes of the diagram</source>
        <translation>图中的节点</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>%1 (?)</source>
        <translation>%1 (?)</translation>
    </message>
    <message>
        <source>%1: the answer is not sure of it</source>
        <translation>%1：回答对此并不确定</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>✓</source>
        <translation>✓</translation>
    </message>
    <message>
        <source>Edges of the diagram</source>
        <translation>图中的连线</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
</context>
<context>
    <name>tf::ui::InspectorPane</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Hide inspector (Ctrl+I)</source>
        <translation>隐藏检查器 (Ctrl+I)</translation>
    </message>
    <message>
        <source>What the inspector shows</source>
        <translation>检查器显示的内容</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
</context>
<context>
    <name>tf::ui::JobsLine</name>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>没有任务</translation>
    </message>
    <message>
        <source>Stop this job</source>
        <translation>停止此任务</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1（另有 %2 个）</translation>
    </message>
</context>
<context>
    <name>tf::ui::KeyRecorder</name>
    <message>
        <source>Press the new key</source>
        <translation>请按新的快捷键</translation>
    </message>
    <message>
        <source>Press the new key; Backspace for none, Escape to leave it</source>
        <translation>请按新的快捷键；Backspace 表示不设，Escape 保持不变</translation>
    </message>
</context>
<context>
    <name>tf::ui::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close key list (Esc)</source>
        <translation>关闭快捷键列表 (Esc)</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或快捷键</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change the key of “%1”</source>
        <translation>更改“%1”的快捷键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset the key of “%1”</source>
        <translation>重置“%1”的快捷键</translation>
    </message>
    <message>
        <source>%1 did “%2” until now, which no longer has it.</source>
        <translation>%1 原本是“%2”的快捷键，现已改作他用。</translation>
    </message>
</context>
<context>
    <name>tf::ui::LoadCard</name>
    <message>
        <source>No model is chosen on this machine.</source>
        <translation>本机尚未选择模型。</translation>
    </message>
    <message>
        <source>Not loaded.</source>
        <translation>未加载。</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Loaded, ready to answer.</source>
        <translation>已加载，可以回答。</translation>
    </message>
    <message>
        <source>Loading did not succeed.</source>
        <translation>加载失败。</translation>
    </message>
    <message>
        <source>Choose the folder of its weights.</source>
        <translation>请选择其权重所在的文件夹。</translation>
    </message>
    <message>
        <source>looking at its files</source>
        <translation>正在查看其文件</translation>
    </message>
    <message>
        <source>%1 / %2 (%3 %)</source>
        <translation>%1 / %2 (%3 %)</translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation>%1 GB/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Close what takes memory, choose a smaller model, or use an endpoint.</source>
        <translation>请关闭占用内存的程序，选择更小的模型，或使用端点。</translation>
    </message>
    <message>
        <source>Choose the folder that holds the model&apos;s config.json and weights.</source>
        <translation>请选择存放模型 config.json 和权重的文件夹。</translation>
    </message>
    <message>
        <source>Allow your user to read the model&apos;s folder and files.</source>
        <translation>请允许您的用户读取模型的文件夹和文件。</translation>
    </message>
    <message>
        <source>A file is damaged or incomplete: fetch it again.</source>
        <translation>有文件损坏或不完整：请重新获取。</translation>
    </message>
    <message>
        <source>This version cannot run that model here: choose another, or use an endpoint.</source>
        <translation>此版本无法在这里运行该模型：请选择其他模型，或使用端点。</translation>
    </message>
    <message>
        <source>Try once more; if it stays so, use an endpoint meanwhile.</source>
        <translation>请再试一次；若仍然如此，可暂时使用端点。</translation>
    </message>
    <message>
        <source>Try once more, or use an endpoint meanwhile.</source>
        <translation>请再试一次，或暂时使用端点。</translation>
    </message>
    <message>
        <source>Model on this machine</source>
        <translation>本机上的模型</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载进度</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>停止加载</translation>
    </message>
    <message>
        <source>Gives its memory back; the next question loads it again.</source>
        <translation>释放其内存；下一个问题会重新加载它。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>tf::ui::MainWindow</name>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重新提问</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Trifold</source>
        <translation>Trifold</translation>
    </message>
    <message>
        <source>The list of sessions: %1</source>
        <translation>会话列表：%1</translation>
    </message>
    <message>
        <source>Trifold %1: a desktop workspace for the open-weight model MiniMax M3. Apache License 2.0. Built on Qt %2.</source>
        <translation>Trifold %1：面向开放权重模型 MiniMax M3 的桌面工作台。Apache 许可证 2.0。基于 Qt %2 构建。</translation>
    </message>
    <message>
        <source>A new session could not be kept: %1</source>
        <translation>无法保存新会话：%1</translation>
    </message>
    <message>
        <source>That session cannot be opened: %1</source>
        <translation>无法打开该会话：%1</translation>
    </message>
    <message>
        <source>%1 — Trifold</source>
        <translation>%1 — Trifold</translation>
    </message>
    <message>
        <source>Export session</source>
        <translation>导出会话</translation>
    </message>
    <message>
        <source>Markdown, to read (*.md)</source>
        <translation>Markdown，用于阅读 (*.md)</translation>
    </message>
    <message>
        <source>JSON, to import again (*.json)</source>
        <translation>JSON，用于再次导入 (*.json)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>已导出到 %1。</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <source>Attach a folder</source>
        <translation>附上文件夹</translation>
    </message>
    <message>
        <source>The conversation goes on from its end anyway. Scroll up to the turn that the branch shall follow.</source>
        <translation>对话本来就从末尾继续。请向上滚动到要从其后分支的那一轮。</translation>
    </message>
    <message>
        <source>What you ask now begins another branch here. What followed is kept.</source>
        <translation>您现在的提问会从此处开始另一个分支。后面的内容会保留。</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Everything is saved again.</source>
        <translation>所有内容均已重新保存。</translation>
    </message>
    <message>
        <source>The session is in the trash. Nothing of it is lost.</source>
        <translation>此会话在回收站中，没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>There is one branch only. Change a question or ask it again, and there are two.</source>
        <translation>只有一个分支。修改问题或重新提问，就会有两个。</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>No file was sent, and no repository lies ready</source>
        <translation>未发送过文件，也没有备好的仓库</translation>
    </message>
    <message>
        <source>Type some letters of a file</source>
        <translation>输入文件名中的几个字母</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Type a line (12), a place (src/a.cpp:12) or a moment (02:13)</source>
        <translation>输入行号 (12)、位置 (src/a.cpp:12) 或时刻 (02:13)</translation>
    </message>
    <message>
        <source>The engine that was asked cannot be told to answer both without thinking and with it.</source>
        <translation>无法要求所用的引擎分别以不思考和思考的方式回答。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The picture is not kept any more.</source>
        <translation>该图片已不再保留。</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
</context>
<context>
    <name>tf::ui::MemoryBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>free before: %1</source>
        <translation>加载前可用：%1</translation>
    </message>
    <message>
        <source>Memory of the model, %1</source>
        <translation>模型的内存，%1</translation>
    </message>
    <message>
        <source>Free before</source>
        <translation>加载前可用</translation>
    </message>
    <message>
        <source>too much: %1</source>
        <translation>超出：%1</translation>
    </message>
    <message>
        <source>free after: %1</source>
        <translation>加载后可用：%1</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>超出</translation>
    </message>
    <message>
        <source>Free after</source>
        <translation>加载后可用</translation>
    </message>
</context>
<context>
    <name>tf::ui::MemoryCard</name>
    <message>
        <source>Memory of the model on this machine</source>
        <translation>本机上模型的内存</translation>
    </message>
    <message>
        <source>What it takes is counted when a model is chosen.</source>
        <translation>选择模型后会计算所需内存。</translation>
    </message>
    <message>
        <source>What it takes cannot be counted. %1 %2</source>
        <translation>无法计算所需内存。%1 %2</translation>
    </message>
</context>
<context>
    <name>tf::ui::NewLinesPill</name>
    <message numerus="yes">
        <source>↓ %Ln new lines</source>
        <translation>
            <numerusform>↓ %Ln 行新内容</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::Palette</name>
    <message>
        <source>Commands and sessions</source>
        <translation>命令与会话</translation>
    </message>
    <message>
        <source>Type a command or the name of a session</source>
        <translation>输入命令或会话名称</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>No command or session of that name</source>
        <translation>没有这个名称的命令或会话</translation>
    </message>
</context>
<context>
    <name>tf::ui::PictureCanvas</name>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>as the model sees it</source>
        <translation>模型看到的样子</translation>
    </message>
    <message>
        <source>%1, %2 by %3 pixels, %4, at %5 %</source>
        <translation>%1，%2 × %3 像素，%4，缩放 %5 %</translation>
    </message>
    <message>
        <source>%1 from the left, %2 from the top, %3 by %4 pixels</source>
        <translation>距左侧 %1，距顶部 %2，%3 × %4 像素</translation>
    </message>
</context>
<context>
    <name>tf::ui::PictureList</name>
    <message>
        <source>%1, cannot go along: %2</source>
        <translation>%1，无法附上：%2</translation>
    </message>
    <message>
        <source>%1, is being read</source>
        <translation>%1，正在读取</translation>
    </message>
    <message>
        <source>%1, %2, %3 tokens</source>
        <translation>%1，%2，%3 个 token</translation>
    </message>
</context>
<context>
    <name>tf::ui::PicturePage</name>
    <message>
        <source>It cannot be shown: %1.</source>
        <translation>无法显示：%1。</translation>
    </message>
    <message>
        <source>It is being decoded …</source>
        <translation>正在解码…</translation>
    </message>
    <message>
        <source>As it went along with an earlier question.</source>
        <translation>随之前的问题附上时的样子。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Attach pictures…</source>
        <translation>附上图片…</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>Drop or paste screenshots into the question: here they are seen as the model sees them, cut, covered and marked.</source>
        <translation>将屏幕截图拖入或粘贴到问题中：在这里可以看到模型看到的样子，并可裁剪、遮盖和标注。</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Model&apos;s eye</source>
        <translation>模型视角</translation>
    </message>
    <message>
        <source>The very pixels that the model gets; hold Space to compare</source>
        <translation>模型得到的确切像素；按住空格键可对比</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>All of it (0)</source>
        <translation>显示全部 (0)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Each pixel as it is (1)</source>
        <translation>按原始像素显示 (1)</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Attach again</source>
        <translation>再次附上</translation>
    </message>
    <message>
        <source>Back to the question&apos;s pictures</source>
        <translation>返回问题的图片</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>tf::ui::PictureStrip</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>tf::ui::PlayerBar</name>
    <message>
        <source>Back; again: faster (J)</source>
        <translation>倒放；再按：更快 (J)</translation>
    </message>
    <message>
        <source>One frame back (,)</source>
        <translation>后退一帧 (,)</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>播放 (K)</translation>
    </message>
    <message>
        <source>One frame on (.)</source>
        <translation>前进一帧 (.)</translation>
    </message>
    <message>
        <source>On; again: faster (L)</source>
        <translation>正放；再按：更快 (L)</translation>
    </message>
    <message>
        <source>Play the stretch again and again (R)</source>
        <translation>循环播放此区段 (R)</translation>
    </message>
    <message>
        <source>Send this moment as a picture besides (S)</source>
        <translation>另将此时刻作为图片发送 (S)</translation>
    </message>
    <message>
        <source>Cover a part of the picture (C)</source>
        <translation>遮盖画面的一部分 (C)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Minutes and seconds: 2:13; Enter goes there</source>
        <translation>分和秒：2:13；Enter 跳到该处</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast it plays; J and L, pressed again, double it</source>
        <translation>播放速度；再按 J 或 L 则加倍</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Pause (K)</source>
        <translation>暂停 (K)</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Do not send this frame (P)</source>
        <translation>不发送此帧 (P)</translation>
    </message>
    <message>
        <source>Send this frame (P)</source>
        <translation>发送此帧 (P)</translation>
    </message>
</context>
<context>
    <name>tf::ui::PresetLine</name>
    <message>
        <source>Remove the kind of work</source>
        <translation>移除工作类型</translation>
    </message>
    <message>
        <source>Kind of work: %1</source>
        <translation>工作类型：%1</translation>
    </message>
</context>
<context>
    <name>tf::ui::QueueList</name>
    <message>
        <source>Waiting questions</source>
        <translation>等待中的问题</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Stops the answer that runs; what came of it stays</source>
        <translation>停止正在进行的回答；已收到的内容保留</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove this question</source>
        <translation>移除此问题</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Asked before the question above</source>
        <translation>在上面的问题之前提问</translation>
    </message>
</context>
<context>
    <name>tf::ui::ReportCard</name>
    <message>
        <source>Low confidence</source>
        <translation>置信度低</translation>
    </message>
    <message>
        <source>Medium confidence</source>
        <translation>置信度中</translation>
    </message>
    <message>
        <source>High confidence</source>
        <translation>置信度高</translation>
    </message>
    <message>
        <source>Bug report</source>
        <translation>缺陷报告</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期结果</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际结果</translation>
    </message>
    <message>
        <source>First bad frame</source>
        <translation>首个异常帧</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>待解决的问题</translation>
    </message>
    <message>
        <source>Test idea</source>
        <translation>测试思路</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Show this moment of the recording</source>
        <translation>显示录屏的这一时刻</translation>
    </message>
    <message>
        <source>Suspect files</source>
        <translation>可疑文件</translation>
    </message>
    <message>
        <source>Show the file at this line</source>
        <translation>显示文件的这一行</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the bug report</source>
        <translation>导出缺陷报告</translation>
    </message>
    <message>
        <source>As a Markdown file, ready for an issue</source>
        <translation>导出为 Markdown 文件，可直接用于提交 issue</translation>
    </message>
</context>
<context>
    <name>tf::ui::RepositoryView</name>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>No path holds these words.</source>
        <translation>没有路径包含这些词。</translation>
    </message>
    <message>
        <source>Left out to fit into %1</source>
        <translation>为放入 %1 而未附上</translation>
    </message>
    <message>
        <source>Do not take it along</source>
        <translation>不附上它</translation>
    </message>
    <message>
        <source>Fit…</source>
        <translation>精简…</translation>
    </message>
    <message>
        <source>What to leave out so that it fits</source>
        <translation>不附上哪些内容才放得下</translation>
    </message>
    <message>
        <source>Reading the repository</source>
        <translation>正在读取仓库</translation>
    </message>
    <message>
        <source>Find files: words or *.cpp</source>
        <translation>查找文件：词语或 *.cpp</translation>
    </message>
    <message>
        <source>Find files</source>
        <translation>查找文件</translation>
    </message>
    <message>
        <source>Words of a path, or a glob</source>
        <translation>路径中的词语，或通配符</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Which files go along: globs, kinds, sizes</source>
        <translation>附上哪些文件：通配符、类型、大小</translation>
    </message>
    <message>
        <source>%1 taken along</source>
        <translation>已附上 %1</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>未附上 %1</translation>
    </message>
    <message>
        <source>Only %1 taken along</source>
        <translation>仅附上 %1</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1，%2 %</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 · %2 tokens</source>
        <translation>%1 · %2 个 token</translation>
    </message>
    <message>
        <source>%1 · ≈ %2 tokens</source>
        <translation>%1 · ≈ %2 个 token</translation>
    </message>
    <message>
        <source>It cannot go along: %1. Remove it, or drop it once more.</source>
        <translation>无法附上：%1。请将其移除，或重新拖入。</translation>
    </message>
    <message>
        <source>Stop reading it</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Rules (%1)</source>
        <translation>规则 (%1)</translation>
    </message>
    <message>
        <source>Into %1 tokens</source>
        <translation>放入 %1 个 token</translation>
    </message>
    <message>
        <source>Into what this engine can read (%1)</source>
        <translation>放入此引擎能读取的范围 (%1)</translation>
    </message>
</context>
<context>
    <name>tf::ui::RequestPage</name>
    <message>
        <source>%1 · %2 tokens</source>
        <translation>%1 · %2 个 token</translation>
    </message>
    <message>
        <source>%1 · ≈ %2 tokens</source>
        <translation>%1 · ≈ %2 个 token</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>还没有可发送的内容</translation>
    </message>
    <message>
        <source>Write a question: what would be sent is shown here to the letter, without its key.</source>
        <translation>写下问题后，这里会逐字显示将要发送的内容，但不含密钥。</translation>
    </message>
    <message>
        <source>Putting it together …</source>
        <translation>正在组装…</translation>
    </message>
    <message>
        <source>As it would be sent.</source>
        <translation>将按此发送。</translation>
    </message>
    <message>
        <source>Which request</source>
        <translation>哪个请求</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>As a command, with $API_KEY where the key belongs</source>
        <translation>复制为命令，密钥处为 $API_KEY</translation>
    </message>
    <message>
        <source>The whole request, as it is shown</source>
        <translation>整个请求，与所示一致</translation>
    </message>
    <message>
        <source>The request is copied.</source>
        <translation>已复制请求。</translation>
    </message>
    <message>
        <source>The command is copied; put your key for $API_KEY.</source>
        <translation>已复制命令；请将 $API_KEY 换成您的密钥。</translation>
    </message>
    <message>
        <source>What would be sent now</source>
        <translation>现在将要发送的内容</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>已发送：%1</translation>
    </message>
    <message>
        <source>something of it cannot be read</source>
        <translation>其中有部分内容无法读取</translation>
    </message>
    <message>
        <source>It cannot be sent as it is: %1.</source>
        <translation>无法这样发送：%1。</translation>
    </message>
    <message>
        <source>Stays in this program</source>
        <translation>留在本程序内</translation>
    </message>
    <message>
        <source>POST %1</source>
        <translation>POST %1</translation>
    </message>
</context>
<context>
    <name>tf::ui::RuleChip</name>
    <message>
        <source>Remove the rule %1</source>
        <translation>移除规则 %1</translation>
    </message>
    <message>
        <source>Rule, takes along: %1</source>
        <translation>规则，附上：%1</translation>
    </message>
    <message>
        <source>Rule, leaves out: %1</source>
        <translation>规则，不附上：%1</translation>
    </message>
</context>
<context>
    <name>tf::ui::RuleChips</name>
    <message>
        <source>up to %1 KB</source>
        <translation>不超过 %1 KB</translation>
    </message>
    <message>
        <source>up to %1 MB</source>
        <translation>不超过 %1 MB</translation>
    </message>
    <message>
        <source>Which files go along</source>
        <translation>附上哪些文件</translation>
    </message>
    <message>
        <source>Another rule</source>
        <translation>其他规则</translation>
    </message>
    <message>
        <source>A glob behind + takes along, behind - leaves out; the last that matches holds.</source>
        <translation>+ 后的通配符表示附上，- 后的表示不附上；以最后匹配的为准。</translation>
    </message>
    <message>
        <source>Add the rule (Enter)</source>
        <translation>添加规则 (Enter)</translation>
    </message>
    <message>
        <source>Largest file that goes along</source>
        <translation>可附上的最大文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Rule %1 added</source>
        <translation>已添加规则 %1</translation>
    </message>
    <message>
        <source>Rule %1 removed</source>
        <translation>已移除规则 %1</translation>
    </message>
    <message>
        <source>%1: taken along</source>
        <translation>%1：附上</translation>
    </message>
    <message>
        <source>%1: left out</source>
        <translation>%1：不附上</translation>
    </message>
    <message>
        <source>Files %1</source>
        <translation>文件%1</translation>
    </message>
    <message>
        <source>Ignored files</source>
        <translation>被忽略的文件</translation>
    </message>
    <message>
        <source>What .gitignore leaves out</source>
        <translation>.gitignore 排除的内容</translation>
    </message>
    <message>
        <source>Generated code</source>
        <translation>生成的代码</translation>
    </message>
    <message>
        <source>Files that say that a program wrote them</source>
        <translation>注明由程序生成的文件</translation>
    </message>
    <message>
        <source>Vendored code</source>
        <translation>第三方代码</translation>
    </message>
    <message>
        <source>node_modules, third_party and the like</source>
        <translation>node_modules、third_party 之类</translation>
    </message>
    <message>
        <source>Lock files</source>
        <translation>锁定文件</translation>
    </message>
    <message>
        <source>package-lock.json and the like</source>
        <translation>package-lock.json 之类</translation>
    </message>
</context>
<context>
    <name>tf::ui::SamplingForm</name>
    <message>
        <source>What is sent of the clip</source>
        <translation>发送视频的哪些内容</translation>
    </message>
    <message>
        <source>At a rate</source>
        <translation>按固定频率</translation>
    </message>
    <message>
        <source>Where something happens</source>
        <translation>有变化之处</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Only what I pick</source>
        <translation>仅我挑选的</translation>
    </message>
    <message>
        <source>A recording of a screen mostly stands still: its moments are where something appears, changes or goes. Frames that look like the one before are left out.</source>
        <translation>录屏大多是静止的：出现、改变或消失的瞬间才是其中的时刻。与前一帧相似的帧会略过。</translation>
    </message>
    <message>
        <source>How large each frame is seen: small print needs more.</source>
        <translation>每帧看到的大小：小字需要更大。</translation>
    </message>
    <message>
        <source>As the engine takes it</source>
        <translation>按引擎支持的方式</translation>
    </message>
    <message>
        <source>As a file</source>
        <translation>作为文件</translation>
    </message>
    <message>
        <source>As pictures of frames</source>
        <translation>作为帧的图片</translation>
    </message>
    <message>
        <source>A file is sampled by its server; pictures are the frames chosen here, their times in words.</source>
        <translation>文件由服务器采样；图片则是在这里选择的帧，并以文字注明时间。</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>细节</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>区段</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>恢复常规</translation>
    </message>
    <message>
        <source>Everything as it is when nothing is chosen</source>
        <translation>一切恢复为未作选择时的样子</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Frames a second, from one in five seconds to five</source>
        <translation>每秒帧数，从每五秒一帧到每秒五帧</translation>
    </message>
    <message>
        <source>Most frames</source>
        <translation>最多帧数</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>As many frames as are sent at most; all: as there is room for</source>
        <translation>最多发送的帧数；全部：空间能容纳多少就发送多少</translation>
    </message>
    <message>
        <source>Whole clip</source>
        <translation>整段视频</translation>
    </message>
    <message>
        <source>Drag the handles of the timeline, or press I and O where it shall begin and end</source>
        <translation>拖动时间轴的手柄，或在开始和结束处按 I 和 O</translation>
    </message>
    <message>
        <source>the whole clip</source>
        <translation>整段视频</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>%1, ≈ %2 tokens</source>
        <translation>%1，≈ %2 个 token</translation>
    </message>
</context>
<context>
    <name>tf::ui::SavePanel</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Is there already, the same</source>
        <translation>已存在，内容相同</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Another one is there</source>
        <translation>已存在另一个文件</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Cannot be saved</source>
        <translation>无法保存</translation>
    </message>
    <message>
        <source>Save to folder…</source>
        <translation>保存到文件夹…</translation>
    </message>
    <message>
        <source>Save the files</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>Shows first what would happen. Nothing is applied to anything that runs.</source>
        <translation>先显示将会发生什么。不会应用到任何运行中的环境。</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Puts back what was there before, unless somebody has changed it since</source>
        <translation>恢复之前的内容，除非此后有人更改过</translation>
    </message>
    <message>
        <source>Save the files into a folder</source>
        <translation>将文件保存到文件夹</translation>
    </message>
    <message>
        <source>Into %1</source>
        <translation>保存到 %1</translation>
    </message>
    <message numerus="yes">
        <source>Replace the %n file(s) that are there</source>
        <translation>
            <numerusform>替换已存在的 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n file(s)</source>
        <translation>
            <numerusform>保存 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved into %1.</source>
        <translation>
            <numerusform>已将 %n 个文件保存到 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tf::ui::SessionPage</name>
    <message>
        <source>There is nothing in it that can go along with a question.</source>
        <translation>其中没有可以随问题附上的内容。</translation>
    </message>
    <message>
        <source>There is no code in this conversation to copy.</source>
        <translation>此对话中没有可复制的代码。</translation>
    </message>
    <message>
        <source>Save code as</source>
        <translation>代码另存为</translation>
    </message>
    <message>
        <source>The code could not be saved to %1.</source>
        <translation>无法将代码保存到 %1。</translation>
    </message>
</context>
<context>
    <name>tf::ui::SessionsPane</name>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Hide sessions (Ctrl+B)</source>
        <translation>隐藏会话列表 (Ctrl+B)</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>还没有会话</translation>
    </message>
    <message>
        <source>A session keeps what you dropped, what you asked and what was answered.</source>
        <translation>会话会保存您拖入的内容、提出的问题和得到的回答。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Search all sessions</source>
        <translation>搜索所有会话</translation>
    </message>
    <message>
        <source>New session (Ctrl+N)</source>
        <translation>新建会话 (Ctrl+N)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Move to &amp;Trash</source>
        <translation>移到回收站(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>还原(&amp;R)</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>新建会话</translation>
    </message>
    <message>
        <source>“%1” is in the trash for 30 days</source>
        <translation>“%1”已移到回收站，保留 30 天</translation>
    </message>
    <message numerus="yes">
        <source>%n sessions are in the trash for 30 days</source>
        <translation>
            <numerusform>%n 个会话已移到回收站，保留 30 天</numerusform>
        </translation>
    </message>
    <message>
        <source>No question or answer contains all these words.</source>
        <translation>没有问题或回答同时包含所有这些词。</translation>
    </message>
</context>
<context>
    <name>tf::ui::SetupForm</name>
    <message>
        <source>Takes effect when the model is loaded again.</source>
        <translation>重新加载模型后生效。</translation>
    </message>
    <message>
        <source>How the model is loaded</source>
        <translation>模型的加载方式</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>For all questions and answers together, at most what the model takes; longer takes more memory.</source>
        <translation>所有问题与回答合计，不超过模型的上限；越长占用的内存越多。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>How new sessions begin; each question may say otherwise.</source>
        <translation>新会话的初始模式；每个问题可另行指定。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
</context>
<context>
    <name>tf::ui::SignRow</name>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tf::ui::SizeChoice</name>
    <message>
        <source>How large it is sent</source>
        <translation>以多大尺寸发送</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Legible tiles</source>
        <translation>清晰分块</translation>
    </message>
    <message>
        <source>%1: %2 parts · %3 tokens</source>
        <translation>%1：%2 个部分 · %3 个 token</translation>
    </message>
    <message>
        <source>%1: %2 · %3 tokens</source>
        <translation>%1：%2 · %3 个 token</translation>
    </message>
    <message>
        <source>%1: not here</source>
        <translation>%1：此处不可用</translation>
    </message>
    <message>
        <source>%1, small text may be lost</source>
        <translation>%1，小字可能看不清</translation>
    </message>
    <message>
        <source>The model sees %1 pixels</source>
        <translation>模型看到 %1 像素</translation>
    </message>
</context>
<context>
    <name>tf::ui::SpeedLine</name>
    <message>
        <source>not loaded</source>
        <translation>未加载</translation>
    </message>
    <message>
        <source>loading %1 %</source>
        <translation>正在加载 %1 %</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>loading failed</source>
        <translation>加载失败</translation>
    </message>
    <message>
        <source>no engine</source>
        <translation>没有引擎</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>无法提问</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>Engine: %1</source>
        <translation>引擎：%1</translation>
    </message>
</context>
<context>
    <name>tf::ui::SpeedPlot</name>
    <message>
        <source>One answer, %1 tokens a second</source>
        <translation>一个回答，每秒 %1 个 token</translation>
    </message>
    <message>
        <source>%1 answers, %2 to %3 tokens a second, the last one %4</source>
        <translation>%1 个回答，每秒 %2 到 %3 个 token，最近一个 %4</translation>
    </message>
    <message>
        <source>Tokens a second, ten minutes</source>
        <translation>每秒 token 数，十分钟</translation>
    </message>
    <message>
        <source>Nothing is known of the last ten minutes.</source>
        <translation>最近十分钟没有已知数据。</translation>
    </message>
    <message>
        <source>One answer, its first word after %1</source>
        <translation>一个回答，首字用时 %1</translation>
    </message>
    <message>
        <source>%1 answers, first words after %2 to %3, the last after %4</source>
        <translation>%1 个回答，首字用时 %2 到 %3，最近一个 %4</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>first word %1</source>
        <translation>首字 %1</translation>
    </message>
    <message>
        <source>Time to the first word, ten minutes</source>
        <translation>首字用时，十分钟</translation>
    </message>
    <message>
        <source>Answer, tok/s</source>
        <translation>回答，tok/s</translation>
    </message>
    <message>
        <source>Time to the first word</source>
        <translation>首字用时</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>tf::ui::SpeedTable</name>
    <message>
        <source>Last answers</source>
        <translation>最近的回答</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>First
word</source>
        <translation>首字</translation>
    </message>
    <message>
        <source>Answer
tok/s</source>
        <translation>回答
tok/s</translation>
    </message>
    <message>
        <source>Prompt
tok</source>
        <translation>提示
tok</translation>
    </message>
    <message>
        <source>From
cache</source>
        <translation>来自
缓存</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The engine did not say, or it came too fast to be measured.</source>
        <translation>引擎没有说明，或来得太快而无法测量。</translation>
    </message>
    <message>
        <source>Read
tok/s</source>
        <translation>读取
tok/s</translation>
    </message>
</context>
<context>
    <name>tf::ui::StripWords</name>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>at the rate</source>
        <translation>按频率</translation>
    </message>
    <message>
        <source>%1 % changed</source>
        <translation>变化 %1 %</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>手动挑选</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>%1, sent: %2, %3 tokens</source>
        <translation>%1，发送：%2，%3 个 token</translation>
    </message>
</context>
<context>
    <name>tf::ui::TestReport</name>
    <message>
        <source>Finding the host</source>
        <translation>正在查找主机</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Agreeing on encryption</source>
        <translation>正在协商加密</translation>
    </message>
    <message>
        <source>Asking for the list of models</source>
        <translation>正在查询模型列表</translation>
    </message>
    <message>
        <source>The endpoint answers</source>
        <translation>端点有应答</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>%1 models: %2, …</source>
        <translation>%1 个模型：%2，…</translation>
    </message>
    <message>
        <source>Models: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>none listed</source>
        <translation>未列出</translation>
    </message>
    <message>
        <source>%1, after %2 ms</source>
        <translation>%1，用时 %2 毫秒</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>%1, issued by %2, valid until %3</source>
        <translation>%1，颁发者 %2，有效期至 %3</translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation>SHA-256 %1…</translation>
    </message>
</context>
<context>
    <name>tf::ui::ThingRow</name>
    <message>
        <source>cannot go along</source>
        <translation>无法附上</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
</context>
<context>
    <name>tf::ui::ThingRows</name>
    <message>
        <source>Goes along, too</source>
        <translation>同时附上</translation>
    </message>
</context>
<context>
    <name>tf::ui::ThinkingSwitch</name>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Thinking %1</source>
        <translation>思考：%1</translation>
    </message>
    <message>
        <source>Sent as %1</source>
        <translation>发送为 %1</translation>
    </message>
</context>
<context>
    <name>tf::ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>%1 frames are sent; answers cite %2 moments, %3 of them with a frame</source>
        <translation>发送 %1 帧；回答引用了 %2 个时刻，其中 %3 个有帧</translation>
    </message>
    <message>
        <source>%1: an answer cites it, and a frame of it was sent</source>
        <translation>%1：回答引用了此处，且已发送此处的帧</translation>
    </message>
    <message>
        <source>%1: an answer cites it, and no frame was sent there</source>
        <translation>%1：回答引用了此处，但未发送此处的帧</translation>
    </message>
    <message>
        <source>%1: this frame is sent</source>
        <translation>%1：发送此帧</translation>
    </message>
    <message>
        <source>%1: something happens on the screen</source>
        <translation>%1：屏幕上有变化</translation>
    </message>
</context>
<context>
    <name>tf::ui::ToolRow</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Do it once more</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>tf::ui::TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>tf::ui::TurnEditor</name>
    <message>
        <source>Change this question and ask again. The earlier one and its answer stay beside it.</source>
        <translation>修改此问题并重新提问。原来的问题及其回答会保留在旁边。</translation>
    </message>
    <message>
        <source>Changed question</source>
        <translation>修改后的问题</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新提问</translation>
    </message>
</context>
<context>
    <name>tf::ui::TurnMap</name>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>The turns of this conversation as a tree</source>
        <translation>以树形显示此对话的各轮</translation>
    </message>
</context>
<context>
    <name>tf::ui::UndoLine</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>tf::ui::WorksPage</name>
    <message>
        <source>Files of the answers</source>
        <translation>回答中的文件</translation>
    </message>
    <message>
        <source>What is it about?…</source>
        <translation>想做什么？…</translation>
    </message>
    <message>
        <source>Choose a kind of work: a diagram to Terraform, a recording to a report</source>
        <translation>选择工作类型：将图转为 Terraform，将录屏转为报告</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>When an answer holds files, the graph of a diagram or a bug report, they stand here to be looked at, checked and saved.</source>
        <translation>当回答含有文件、图的结构或缺陷报告时，会列在这里，供查看、检查和保存。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Which answer&apos;s version is shown; the newest is checked and saved</source>
        <translation>显示哪个回答的版本；检查和保存的是最新版本</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What is joined</source>
        <translation>连接关系</translation>
    </message>
    <message>
        <source>Read from the diagram</source>
        <translation>从图中读出</translation>
    </message>
    <message>
        <source>Open questions:
%1</source>
        <translation>待解决的问题：
%1</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>回答 %1</translation>
    </message>
    <message>
        <source>%1, newest</source>
        <translation>%1，最新</translation>
    </message>
</context>
</TS>
