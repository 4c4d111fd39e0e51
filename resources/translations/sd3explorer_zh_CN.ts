<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Models with a licence are fetched with an account that has accepted it. A token stays with the hub&apos;s own library on this machine, which other programs share.</source>
        <translation>有许可证的模型需要用已接受许可证的账户下载。令牌由该平台自己的库保存在本机，其他程序也会使用。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Walk</source>
        <translation>漫游(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>渲染(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>播放(&amp;P)</translation>
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
        <source>&amp;New…</source>
        <translation>新建(&amp;N)…</translation>
    </message>
    <message>
        <source>Begin with an example or an empty walk</source>
        <translation>从示例或空白漫游开始</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>新窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Open another window, beside this one</source>
        <translation>在旁边再打开一个窗口</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a walk file, or a list of prompts</source>
        <translation>打开漫游文件或提示词列表</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>保存漫游</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the walk under another name</source>
        <translation>以另一个名称保存漫游</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>历史(&amp;H)…</translation>
    </message>
    <message>
        <source>What was rendered before, by thumbnail</source>
        <translation>以前渲染过的内容，带缩略图</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the finished pictures</source>
        <translation>保存完成的画面</translation>
    </message>
    <message>
        <source>Export o&amp;ptions…</source>
        <translation>导出选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation>尺寸、质量等，并预览文件</translation>
    </message>
    <message>
        <source>Save this &amp;frame…</source>
        <translation>保存此帧(&amp;F)…</translation>
    </message>
    <message>
        <source>Save the frame under the playhead</source>
        <translation>保存播放头处的帧</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>End the app; other windows stay</source>
        <translation>结束程序；其他窗口保留</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>撤销上一次编辑</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo the last undone edit</source>
        <translation>再做一次</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>复制帧(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the frame under the playhead to the clipboard</source>
        <translation>将播放头处的帧复制到剪贴板</translation>
    </message>
    <message>
        <source>Copy pro&amp;mpts as text</source>
        <translation>将提示词复制为文本(&amp;M)</translation>
    </message>
    <message>
        <source>Copy all prompts, one per line, or as CSV with their frames</source>
        <translation>复制所有提示词，每行一个，或复制为带帧号的 CSV</translation>
    </message>
    <message>
        <source>Paste prompts or a picture</source>
        <translation>粘贴提示词或图片</translation>
    </message>
    <message>
        <source>Make a path from a list of prompts, or give the keyframe here a picture</source>
        <translation>用列表生成路径，或为此处的关键帧添加图片</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>编辑提示词(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the prompt at the playhead</source>
        <translation>转到播放头处的提示词</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>首选项(&amp;F)…</translation>
    </message>
    <message>
        <source>Appearance, models, saving, keys, and how much rendered frames may take</source>
        <translation>外观、模型、保存、按键和渲染帧占用的空间</translation>
    </message>
    <message>
        <source>Make keyframe &amp;here</source>
        <translation>在此创建关键帧(&amp;H)</translation>
    </message>
    <message>
        <source>Pin a prompt to this frame</source>
        <translation>将提示词固定到此帧</translation>
    </message>
    <message>
        <source>Keyframe from a p&amp;icture…</source>
        <translation>从图片创建关键帧(&amp;I)…</translation>
    </message>
    <message>
        <source>Give a picture to the keyframe at the playhead, or make one of it</source>
        <translation>为播放头处的关键帧添加图片，或用图片创建关键帧</translation>
    </message>
    <message>
        <source>E&amp;xplore…</source>
        <translation>探索(&amp;X)…</translation>
    </message>
    <message>
        <source>Other seeds, steps and more of what is under the playhead, side by side</source>
        <translation>并排查看播放头处的其他种子、步数等</translation>
    </message>
    <message>
        <source>&amp;Map…</source>
        <translation>地图(&amp;M)…</translation>
    </message>
    <message>
        <source>Prompts as pins: look around between them, and draw a route</source>
        <translation>把提示词当作图钉：在其间浏览并绘制路线</translation>
    </message>
    <message>
        <source>Draw &amp;wildcards</source>
        <translation>抽取通配符(&amp;W)</translation>
    </message>
    <message>
        <source>Choose from {red|blue} and __name__ in all prompts at random, by a new seed</source>
        <translation>用新种子把所有提示词中的 {red|blue} 和 __name__ 变成普通文本</translation>
    </message>
    <message>
        <source>Re&amp;verse</source>
        <translation>反转(&amp;V)</translation>
    </message>
    <message>
        <source>Go through the walk from its end to its start</source>
        <translation>从结尾走到开头</translation>
    </message>
    <message>
        <source>&amp;Shuffle prompts</source>
        <translation>打乱提示词(&amp;S)</translation>
    </message>
    <message>
        <source>Put the prompts into another order; lengths and easings stay where they are</source>
        <translation>改变提示词的顺序；长度和缓动保持不变</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>创建副本(&amp;D)</translation>
    </message>
    <message>
        <source>Continue with a copy that has no file yet</source>
        <translation>用尚无文件的副本继续工作</translation>
    </message>
    <message>
        <source>&amp;Keep version</source>
        <translation>保留版本(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the walk as it is now, to come back to it or compare with it</source>
        <translation>保留当前的漫游，以便返回或比较</translation>
    </message>
    <message>
        <source>&amp;Compare versions</source>
        <translation>比较版本(&amp;C)</translation>
    </message>
    <message>
        <source>Show another version beside the walk</source>
        <translation>在漫游旁显示另一个版本</translation>
    </message>
    <message>
        <source>Compare by a &amp;line</source>
        <translation>用分割线比较(&amp;L)</translation>
    </message>
    <message>
        <source>One version over the other with a line that you can drag, or side by side</source>
        <translation>两个版本叠放并用可拖动的线分割，或并排显示</translation>
    </message>
    <message>
        <source>&amp;Title…</source>
        <translation>标题(&amp;T)…</translation>
    </message>
    <message>
        <source>Give the walk a title</source>
        <translation>为漫游设置标题</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>模型(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose the model, or fetch one</source>
        <translation>选择模型，或下载一个</translation>
    </message>
    <message>
        <source>Render what is missing, and continue after every edit until it is stopped</source>
        <translation>渲染缺少的帧，每次编辑后继续，直到停止</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop rendering, now and after edits; finished frames stay</source>
        <translation>停止渲染，编辑后也不再渲染；完成的帧保留</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>实时(&amp;L)</translation>
    </message>
    <message>
        <source>Show a quick draft wherever the playhead goes</source>
        <translation>播放头所到之处显示快速草图</translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation>渲染所选(&amp;E)</translation>
    </message>
    <message>
        <source>Render only the frames that are selected: drag over them with Shift</source>
        <translation>只渲染所选的帧：按住 Shift 拖过它们</translation>
    </message>
    <message>
        <source>Add to &amp;queue…</source>
        <translation>添加到队列(&amp;Q)…</translation>
    </message>
    <message>
        <source>Add this walk to the queue, which renders and exports it in its turn</source>
        <translation>轮到时渲染并导出此漫游</translation>
    </message>
    <message>
        <source>Sho&amp;w queue</source>
        <translation>显示队列(&amp;W)</translation>
    </message>
    <message>
        <source>What is waiting, what is being made, and what has become of the rest</source>
        <translation>等待中的、正在制作的，以及其余的结果</translation>
    </message>
    <message>
        <source>&amp;Try failed frames again</source>
        <translation>重试失败的帧(&amp;T)</translation>
    </message>
    <message>
        <source>Try again to render the frames that failed</source>
        <translation>重新渲染未能渲染的帧</translation>
    </message>
    <message>
        <source>&amp;Get the engine ready in advance</source>
        <translation>提前准备引擎(&amp;G)</translation>
    </message>
    <message>
        <source>Load the model and compile while nothing is rendered yet</source>
        <translation>在尚未渲染时加载模型并编译</translation>
    </message>
    <message>
        <source>&amp;Unload the model</source>
        <translation>卸载模型(&amp;U)</translation>
    </message>
    <message>
        <source>Stop the engine and free its memory</source>
        <translation>结束引擎并释放其内存</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation>播放漫游</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>倒放(&amp;B)</translation>
    </message>
    <message>
        <source>Play backwards; again is faster</source>
        <translation>倒放；再按一次更快</translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation>暂停(&amp;A)</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>停在这里</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>正放(&amp;F)</translation>
    </message>
    <message>
        <source>Play forwards; again is faster</source>
        <translation>正放；再按一次更快</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>减速(&amp;W)</translation>
    </message>
    <message>
        <source>Play slower, down to a quarter of the speed</source>
        <translation>放慢播放，最慢为四分之一速度</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>加速(&amp;T)</translation>
    </message>
    <message>
        <source>Play faster, up to double speed</source>
        <translation>加快播放，最快为两倍速度</translation>
    </message>
    <message>
        <source>Loop f&amp;rom here</source>
        <translation>从此处循环(&amp;R)</translation>
    </message>
    <message>
        <source>Loop from this frame on</source>
        <translation>从此帧开始循环播放</translation>
    </message>
    <message>
        <source>Loop t&amp;o here</source>
        <translation>循环到此处(&amp;O)</translation>
    </message>
    <message>
        <source>Loop up to this frame</source>
        <translation>循环播放到此帧</translation>
    </message>
    <message>
        <source>Clear loop ran&amp;ge</source>
        <translation>清除循环范围(&amp;G)</translation>
    </message>
    <message>
        <source>Play the whole walk again</source>
        <translation>重新播放整个漫游</translation>
    </message>
    <message>
        <source>Pre&amp;vious frame</source>
        <translation>上一帧(&amp;V)</translation>
    </message>
    <message>
        <source>Go one frame back</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>下一帧(&amp;N)</translation>
    </message>
    <message>
        <source>Go one frame forward</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>后退十帧</translation>
    </message>
    <message>
        <source>Go ten frames back</source>
        <translation>向后退十帧</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>前进十帧</translation>
    </message>
    <message>
        <source>Go ten frames forward</source>
        <translation>向前进十帧</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>第一帧(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>转到第一帧</translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation>最后一帧(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>转到最后一帧</translation>
    </message>
    <message>
        <source>&amp;Star this frame</source>
        <translation>为此帧加星标(&amp;S)</translation>
    </message>
    <message>
        <source>Put a star on the frame under the playhead, or remove it</source>
        <translation>为播放头处的帧加上或去掉星标</translation>
    </message>
    <message>
        <source>Previous star</source>
        <translation>上一个星标</translation>
    </message>
    <message>
        <source>Go back to the last frame with a star</source>
        <translation>回到上一个有星标的帧</translation>
    </message>
    <message>
        <source>Next star</source>
        <translation>下一个星标</translation>
    </message>
    <message>
        <source>Go on to the next frame with a star</source>
        <translation>前往下一个有星标的帧</translation>
    </message>
    <message>
        <source>Only starre&amp;d</source>
        <translation>仅星标帧(&amp;D)</translation>
    </message>
    <message>
        <source>Play and step through starred frames only, each for a second</source>
        <translation>只播放和浏览有星标的帧，每帧一秒</translation>
    </message>
    <message>
        <source>Zoom timeline in</source>
        <translation>放大时间轴</translation>
    </message>
    <message>
        <source>Zoom timeline out</source>
        <translation>缩小时间轴</translation>
    </message>
    <message>
        <source>Whole walk in the timeline</source>
        <translation>时间轴显示整个漫游</translation>
    </message>
    <message>
        <source>S&amp;mooth preview</source>
        <translation>平滑预览(&amp;M)</translation>
    </message>
    <message>
        <source>Smooth pixels when zoomed in</source>
        <translation>放大时平滑像素</translation>
    </message>
    <message>
        <source>Onion s&amp;kin</source>
        <translation>洋葱皮(&amp;K)</translation>
    </message>
    <message>
        <source>See the frames before and after through the picture</source>
        <translation>透过画面看到前后的帧</translation>
    </message>
    <message>
        <source>&amp;Difference from the frame before</source>
        <translation>与上一帧的差异(&amp;D)</translation>
    </message>
    <message>
        <source>See only what has changed, brightened</source>
        <translation>只看变化的部分，并提亮</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Only the picture, on black; Escape leaves</source>
        <translation>黑底上只显示画面；按 Esc 退出</translation>
    </message>
    <message>
        <source>&amp;Documentation…</source>
        <translation>文档(&amp;D)…</translation>
    </message>
    <message>
        <source>The documentation, searchable without a network</source>
        <translation>所有可阅读的内容，无需网络即可搜索</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>Where to write, to render, and to pick up the finished file</source>
        <translation>在哪里书写、渲染并取走完成的文件</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>All keys and what they do</source>
        <translation>键盘能做的一切</translation>
    </message>
    <message>
        <source>&amp;Check this computer…</source>
        <translation>检查这台电脑(&amp;C)…</translation>
    </message>
    <message>
        <source>What it computes with, what is missing, and a report to copy</source>
        <translation>用什么计算、缺少什么，以及可复制的报告</translation>
    </message>
    <message>
        <source>Collect a &amp;report…</source>
        <translation>收集报告(&amp;R)…</translation>
    </message>
    <message>
        <source>For a bug report: versions, this computer and the latest logs</source>
        <translation>有助于查找故障的内容：版本、这台电脑和最近的日志</translation>
    </message>
    <message>
        <source>Show &amp;logs</source>
        <translation>显示日志(&amp;L)</translation>
    </message>
    <message>
        <source>The folder with the logs of the app and the engine, for a bug report</source>
        <translation>程序和引擎所写内容的文件夹，用于报告问题</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>许可证(&amp;I)…</translation>
    </message>
    <message>
        <source>The software that the app is made of, and its licences</source>
        <translation>本应用使用了哪些人的成果，以及相应的条款</translation>
    </message>
    <message>
        <source>&amp;About sd3explorer</source>
        <translation>关于 sd3explorer(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licence and what it is built on</source>
        <translation>版本、许可证和所用的软件</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>玫瑰</translation>
    </message>
    <message>
        <source>Grey: no colour beside the picture</source>
        <translation>灰色：画面旁没有颜色</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Accent</source>
        <translation>强调色(&amp;A)</translation>
    </message>
    <message>
        <source>The colour of what is selected, or the next thing to do.</source>
        <translation>用于所选内容或下一步操作。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>In windows that are opened from now on.</source>
        <translation>在此后打开的窗口中生效。</translation>
    </message>
</context>
<context>
    <name>BlendEditor</name>
    <message>
        <source>Earlier prompts</source>
        <translation>前面的提示词</translation>
    </message>
    <message>
        <source>More prompts</source>
        <translation>更多提示词</translation>
    </message>
    <message>
        <source>{0} prompts, mixed along a route of {1} keyframes. The map shows and draws it.</source>
        <translation>{0} 个提示词，沿 {1} 个关键帧的路线混合。地图可显示并绘制它。</translation>
    </message>
    <message>
        <source>Prompt {0}</source>
        <translation>提示词 {0}</translation>
    </message>
    <message>
        <source>edit what prompt {0} avoids</source>
        <translation>编辑提示词 {0} 的负面提示词</translation>
    </message>
    <message>
        <source>edit prompt {0}</source>
        <translation>编辑提示词 {0}</translation>
    </message>
    <message>
        <source>change picture {0}</source>
        <translation>更改图片 {0}</translation>
    </message>
    <message>
        <source>remove picture {0}</source>
        <translation>移除图片 {0}</translation>
    </message>
</context>
<context>
    <name>ChangeCurve</name>
    <message>
        <source>Change between frames</source>
        <translation>帧间变化</translation>
    </message>
    <message>
        <source>How much the picture changes from frame to frame; flat is even motion</source>
        <translation>画面逐帧变化的程度；平直表示运动均匀</translation>
    </message>
    <message>
        <source>Bridge over a cut: frame {first} lies between one picture and the other</source>
        <translation>跳切上的桥：第 {first} 帧位于两个画面之间</translation>
    </message>
    <message>
        <source>Bridge over a cut: frames {first} to {last} melt from one picture into the other</source>
        <translation>跳切上的桥：第 {first} 至 {last} 帧从一个画面融入另一个</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Documentation</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>{0} is gone, so it is no longer among the recent walks</source>
        <translation>{0} 已不存在，因此不再列在最近的漫游中</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>撤销(&amp;U)：{0}</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>重做(&amp;R)：{0}</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>反转</translation>
    </message>
    <message>
        <source>Shuffle prompts</source>
        <translation>打乱提示词</translation>
    </message>
    <message>
        <source>Another window can&apos;t be opened: Python can&apos;t be started again</source>
        <translation>无法打开另一个窗口:Python 无法再次启动</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>显示队列</translation>
    </message>
    <message>
        <source>{0} waits in the queue</source>
        <translation>{0} 已在队列中等待</translation>
    </message>
    <message>
        <source>{0} is waiting in the queue, which isn&apos;t started</source>
        <translation>{0} 已在队列中等待，队列尚未启动</translation>
    </message>
    <message>
        <source>No program here opens folders; it is in {0}</source>
        <translation>这里没有能打开文件夹的程序；它在 {0}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存为 {path}</translation>
    </message>
    <message>
        <source>There is no log: {0} can&apos;t be written</source>
        <translation>没有日志：无法写入 {0}</translation>
    </message>
    <message>
        <source>No program here opens folders; the logs are in {0}</source>
        <translation>这里没有能打开文件夹的程序；日志在 {0}</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>更改标题</translation>
    </message>
</context>
<context>
    <name>ComputerDialog</name>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Report on this computer</source>
        <translation>这台电脑的报告</translation>
    </message>
    <message>
        <source>The report appears here.</source>
        <translation>报告会显示在这里。</translation>
    </message>
    <message>
        <source>Parts that were checked</source>
        <translation>已检查的部分</translation>
    </message>
    <message>
        <source>With the last &amp;logs</source>
        <translation>附上最近的日志(&amp;L)</translation>
    </message>
    <message>
        <source>With this &amp;walk and its prompts</source>
        <translation>附上此漫游及其提示词(&amp;W)</translation>
    </message>
    <message>
        <source>To report a fault, copy this. Prompts are in it only if you say so; your name is left out.</source>
        <translation>要报告故障，请复制此内容。只有在您选择时才包含提示词；用户名已去除。</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>再次检查(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stops checking</source>
        <translation>停止检查</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the report to the clipboard</source>
        <translation>将报告复制到剪贴板</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Looking for models…</source>
        <translation>正在查找模型…</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title of the walk:</source>
        <translation>漫游的标题：</translation>
    </message>
    <message>
        <source>Render this much?</source>
        <translation>要渲染这么多吗？</translation>
    </message>
    <message>
        <source>This walk needs a lot of space, and time.</source>
        <translation>此漫游需要大量空间和时间。</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>{0} frames of {1} × {2} take up to {3} in the frame store.</source>
        <translation>{0} 帧 {1} × {2} 的画面在帧库中最多占用 {3}。</translation>
    </message>
    <message>
        <source>{0} are free.</source>
        <translation>可用空间为 {0}。</translation>
    </message>
    <message>
        <source>Explore the latent space of Stable Diffusion 3.&lt;br&gt;Apache License 2.0. Built on KerasHub, Keras and Qt.</source>
        <translation>探索 Stable Diffusion 3 的潜在空间。&lt;br&gt;Apache License 2.0。基于 KerasHub、Keras 和 Qt。</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Untitled walk</source>
        <translation>未命名漫游</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 到 {1}</translation>
    </message>
    <message>
        <source>load changes from outside</source>
        <translation>载入外部的更改</translation>
    </message>
</context>
<context>
    <name>DwellBox</name>
    <message>
        <source>Hold </source>
        <translation>停留 </translation>
    </message>
    <message>
        <source>For how many more frames this prompt is held before the way to the next</source>
        <translation>这个提示词再显示多少帧，然后走向下一个</translation>
    </message>
    <message>
        <source> frame</source>
        <translation> 帧</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> 帧</translation>
    </message>
</context>
<context>
    <name>Easing</name>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Ease in</source>
        <translation>缓入</translation>
    </message>
    <message>
        <source>Ease out</source>
        <translation>缓出</translation>
    </message>
    <message>
        <source>Ease in-out</source>
        <translation>缓入缓出</translation>
    </message>
</context>
<context>
    <name>EnginesButton</name>
    <message>
        <source>Engines</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>&amp;Engines on other machines…</source>
        <translation>其他计算机上的引擎(&amp;E)…</translation>
    </message>
    <message>
        <source>{0} engines</source>
        <translation>{0} 个引擎</translation>
    </message>
    <message>
        <source>{0} · {1} given up</source>
        <translation>{0} · {1} 个已放弃</translation>
    </message>
</context>
<context>
    <name>EnginesPage</name>
    <message>
        <source>Engines on other machines</source>
        <translation>其他计算机上的引擎</translation>
    </message>
    <message>
        <source>Address of an engine</source>
        <translation>引擎的地址</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Machines that you reach by ssh without a password, with the same version of sd3explorer and the model of the walk. They render beside this one.</source>
        <translation>可通过 ssh 免密码登录、装有相同版本 sd3explorer 和该漫游所用模型的计算机。它们与本机一起渲染。</translation>
    </message>
    <message>
        <source>Add an &amp;engine</source>
        <translation>添加引擎(&amp;E)</translation>
    </message>
    <message>
        <source>Checking what is there…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Copy the model</source>
        <translation>复制模型</translation>
    </message>
    <message>
        <source>{0} will be copied to {1}. That may take hours.</source>
        <translation>将把 {0} 复制到 {1}，可能需要数小时。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>no GPU, so its processor renders</source>
        <translation>没有 GPU，由处理器渲染</translation>
    </message>
    <message>
        <source>It works: sd3explorer {0} with {1}; {2}. Models: {3}</source>
        <translation>可用：sd3explorer {0}，{1}；{2}。模型：{3}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>It lacks {0}; {1}</source>
        <translation>那里缺少 {0}；{1}</translation>
    </message>
    <message>
        <source>It has all that this walk needs.</source>
        <translation>那里已有此漫游所需的一切。</translation>
    </message>
    <message>
        <source>&amp;Copy {0} there ({1})</source>
        <translation>将 {0} 复制到那里 ({1})(&amp;C)</translation>
    </message>
    <message>
        <source>Copying: {0} of {1}</source>
        <translation>正在复制：{0} / {1}</translation>
    </message>
    <message>
        <source>Copied. Checking what is there…</source>
        <translation>已复制。正在查看那里有什么…</translation>
    </message>
</context>
<context>
    <name>EnginesPanel</name>
    <message>
        <source>Not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>正在渲染</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Compiling</source>
        <translation>正在编译</translation>
    </message>
    <message>
        <source>{0} frames/min</source>
        <translation>{0} 帧/分</translation>
    </message>
</context>
<context>
    <name>ExamplesDialog</name>
    <message>
        <source>New walk</source>
        <translation>新建漫游</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Example walks</source>
        <translation>示例漫游</translation>
    </message>
    <message>
        <source>Empty walk</source>
        <translation>空白漫游</translation>
    </message>
    <message>
        <source>needs {0}</source>
        <translation>需要 {0}</translation>
    </message>
    <message>
        <source>Two prompts to write, and the way between them in {0} frames.</source>
        <translation>两个待写的提示词，以及其间 {0} 帧的过渡。</translation>
    </message>
    <message>
        <source>Needs the model {0}, which has to be fetched once.</source>
        <translation>需要模型 {0}，须下载一次。</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Looking up frames…</source>
        <translation>正在查找帧…</translation>
    </message>
    <message>
        <source>the folder follows when all are done</source>
        <translation>全部完成后生成文件夹</translation>
    </message>
    <message>
        <source>the {format} follows when all are done</source>
        <translation>全部完成后生成 {format}</translation>
    </message>
    <message>
        <source>{done} of 1 frame; {follows}</source>
        <translation>{done} / 1 帧；{follows}</translation>
    </message>
    <message>
        <source>{done} of {total} frames; {follows}</source>
        <translation>{done} / {total} 帧；{follows}</translation>
    </message>
    <message>
        <source>{name} was not saved: the walk has changed; save it when all frames are done</source>
        <translation>{name} 未保存：漫游已更改；请在所有帧完成后保存</translation>
    </message>
    <message>
        <source>{name} copied</source>
        <translation>已复制 {name}</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Export this much?</source>
        <translation>要导出这么多吗？</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>A folder for the frames</source>
        <translation>存放帧的文件夹</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>保存到这里</translation>
    </message>
    <message>
        <source>All frames must be rendered first</source>
        <translation>必须先渲染所有帧</translation>
    </message>
    <message>
        <source>{done} of {total} are done</source>
        <translation>已完成 {done} / {total}</translation>
    </message>
    <message>
        <source>Save the file where you want it</source>
        <translation>将文件保存到任意位置</translation>
    </message>
    <message>
        <source>Copy the file, to paste it into a folder or a chat</source>
        <translation>复制文件，以便粘贴到文件夹或聊天中</translation>
    </message>
    <message>
        <source>Save one picture of all frames</source>
        <translation>将所有帧保存为一张图片</translation>
    </message>
    <message>
        <source>{format} plays {asked} as {played} fps</source>
        <translation>{format} 以 {played} fps 播放 {asked}</translation>
    </message>
    <message>
        <source>{name} can&apos;t be dragged yet: {reason}</source>
        <translation>{name} 还不能拖出：{reason}</translation>
    </message>
    <message>
        <source>{name} is still being made; drag it when it is ready</source>
        <translation>{name} 仍在生成；就绪后再拖出</translation>
    </message>
    <message>
        <source>{name} isn&apos;t made yet: press the button on it</source>
        <translation>{name} 尚未生成：点它上面的按钮即可</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存为 {path}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save contact sheet…</source>
        <translation>保存联系表…</translation>
    </message>
    <message>
        <source>Export options…</source>
        <translation>导出选项…</translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation>尺寸、质量等，并预览文件</translation>
    </message>
    <message>
        <source>Include the walk in the file</source>
        <translation>在文件中包含漫游</translation>
    </message>
    <message>
        <source>Anyone who opens such a file here gets the walk, with its prompts</source>
        <translation>在此打开这种文件的人会得到漫游及其提示词</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation>漫游变成哪种文件</translation>
    </message>
    <message>
        <source>EXPORT</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>格式(&amp;M)</translation>
    </message>
    <message>
        <source>Export options</source>
        <translation>导出选项</translation>
    </message>
    <message>
        <source>Single frames and contact sheet</source>
        <translation>单帧和联系表</translation>
    </message>
    <message>
        <source>More ways to export</source>
        <translation>更多导出方式</translation>
    </message>
    <message>
        <source>“{name}” is still being saved.</source>
        <translation>“{name}”仍在保存。</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>退出？</translation>
    </message>
    <message>
        <source>If you quit now, there will be no such file.</source>
        <translation>如果现在退出，将不会有这个文件。</translation>
    </message>
    <message>
        <source>Quit when it is saved</source>
        <translation>保存后退出</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>立即退出</translation>
    </message>
</context>
<context>
    <name>ExportSize</name>
    <message>
        <source>{0} frames of {1} × {2}: {3} of pixels</source>
        <translation>{0} 帧，{1} × {2}：像素共 {3}</translation>
    </message>
    <message>
        <source>{0}, {1} are free</source>
        <translation>{0}，可用 {1}</translation>
    </message>
</context>
<context>
    <name>ExportTile</name>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Stop making this file</source>
        <translation>停止生成此文件</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>try {n} · {percent}</source>
        <translation>第 {n} 次 · {percent}</translation>
    </message>
    <message>
        <source>finishing…</source>
        <translation>即将完成…</translation>
    </message>
    <message>
        <source>{frames} · {pixels} · {size} · drag me out</source>
        <translation>{frames} · {pixels} · {size} · 可拖出</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Drag it into a folder, a browser or a chat. Return saves it, Ctrl+C copies it.</source>
        <translation>拖到文件夹、浏览器或聊天中。按回车保存，Ctrl+C 复制。</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>1 frame</source>
        <translation>1 帧</translation>
    </message>
    <message>
        <source>{n} frames</source>
        <translation>{n} 帧</translation>
    </message>
</context>
<context>
    <name>FetchRow</name>
    <message>
        <source>Fetching</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stops fetching; what has arrived is kept</source>
        <translation>停止下载；已下载的部分保留</translation>
    </message>
    <message>
        <source>Fetching {0}: {1}</source>
        <translation>正在下载 {0}:{1}</translation>
    </message>
</context>
<context>
    <name>FileLock</name>
    <message>
        <source>another window</source>
        <translation>另一个窗口</translation>
    </message>
    <message>
        <source>a window on {0}</source>
        <translation>{0} 上的窗口</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Unsaved changes of “{0}” are back.</source>
        <translation>“{0}”未保存的更改已恢复。</translation>
    </message>
    <message>
        <source>Open a walk</source>
        <translation>打开漫游</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>保存漫游</translation>
    </message>
    <message>
        <source>Save the walk?</source>
        <translation>保存漫游？</translation>
    </message>
    <message>
        <source>“{0}” has changes that are not saved.</source>
        <translation>“{0}”有未保存的更改。</translation>
    </message>
    <message>
        <source>Rendered frames are kept either way.</source>
        <translation>无论如何，渲染的帧都会保留。</translation>
    </message>
    <message>
        <source>The app ended unexpectedly. Unsaved changes of “{0}” were kept.</source>
        <translation>程序意外结束。“{0}”的未保存更改已保留。</translation>
    </message>
    <message>
        <source>Untitled walk</source>
        <translation>未命名漫游</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Unsaved changes from last time can&apos;t be read; they are kept in {0}</source>
        <translation>上次未保存的更改无法读取；它们保存在 {0}</translation>
    </message>
    <message>
        <source>{0} is open in {1}; this is a copy of it.</source>
        <translation>{0} 已在{1}中打开；这是它的副本。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>{0} was changed by another program, so it wasn&apos;t saved. Your edits are kept.</source>
        <translation>{0} 被其他程序更改，因此未保存。您的编辑已保留。</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Load its changes</source>
        <translation>载入其更改</translation>
    </message>
    <message>
        <source>{0} is open in another window ({1}); save under another name.</source>
        <translation>{0} 已在另一个窗口中打开 ({1})；请以其他名称保存。</translation>
    </message>
    <message>
        <source>Walks, exported files and lists of prompts ({0})</source>
        <translation>漫游、导出的文件和提示词列表 ({0})</translation>
    </message>
    <message>
        <source>Lists of prompts ({0})</source>
        <translation>提示词列表 ({0})</translation>
    </message>
    <message>
        <source>Walks (*{0})</source>
        <translation>漫游 (*{0})</translation>
    </message>
</context>
<context>
    <name>FilmModel</name>
    <message>
        <source>Frames {first} to {last}: {done} of {count} rendered</source>
        <translation>第 {first} 至 {last} 帧：已渲染 {done} / {count}</translation>
    </message>
    <message>
        <source>Frame {number}, on a bridge over a cut: {state}</source>
        <translation>第 {number} 帧，位于跳切的桥上：{state}</translation>
    </message>
    <message>
        <source>Frame {number}: {state}</source>
        <translation>第 {number} 帧：{state}</translation>
    </message>
    <message>
        <source>{text}, starred</source>
        <translation>{text}，有星标</translation>
    </message>
    <message>
        <source>not rendered</source>
        <translation>未渲染</translation>
    </message>
    <message>
        <source>waiting to be rendered</source>
        <translation>等待渲染</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草图</translation>
    </message>
    <message>
        <source>rendered</source>
        <translation>已渲染</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
</context>
<context>
    <name>FoldersHint</name>
    <message>
        <source>No&amp;t now</source>
        <translation>暂不(&amp;T)</translation>
    </message>
    <message>
        <source>Not everything was searched, as there are too many files. Add the folders that have models.</source>
        <translation>文件太多，未能全部查看。请添加存有模型的文件夹。</translation>
    </message>
    <message>
        <source>No folder of ComfyUI, A1111 or Forge was found in the usual places. If you have models, add their folder, or drop it or a file here.</source>
        <translation>在通常的位置没有找到 ComfyUI、A1111 或 Forge 的文件夹。如果有模型，请添加其文件夹，或将文件夹或文件拖放到这里。</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Animated GIF</source>
        <translation>动态 GIF</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>动态 WebP</translation>
    </message>
    <message>
        <source>Animated AVIF</source>
        <translation>动态 AVIF</translation>
    </message>
    <message>
        <source>Animated PNG</source>
        <translation>动态 PNG</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4 视频</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>WebM 视频</translation>
    </message>
    <message>
        <source>Contact sheet PNG</source>
        <translation>联系表 PNG</translation>
    </message>
    <message>
        <source>Contact sheet JPG</source>
        <translation>联系表 JPG</translation>
    </message>
    <message>
        <source>PNG frames</source>
        <translation>PNG 帧</translation>
    </message>
</context>
<context>
    <name>FrameActions</name>
    <message>
        <source>Save this frame…</source>
        <translation>保存此帧…</translation>
    </message>
    <message>
        <source>Copy this frame</source>
        <translation>复制此帧</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Frame {number} copied</source>
        <translation>已复制第 {number} 帧</translation>
    </message>
</context>
<context>
    <name>Frames</name>
    <message>
        <source>{0} is not on this machine; Walk › Models fetches it, or chooses another one</source>
        <translation>{0} 不在本机上；漫游 › 模型可下载或选择另一个</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Frame {0}</source>
        <translation>第 {0} 帧</translation>
    </message>
</context>
<context>
    <name>GridEditor</name>
    <message>
        <source>Top left</source>
        <translation>左上</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>右下</translation>
    </message>
    <message>
        <source>Rows of pictures, from the top prompts to the bottom ones</source>
        <translation>画面的行，从上方提示词到下方提示词</translation>
    </message>
    <message>
        <source>Columns of pictures, from the left prompts to the right ones</source>
        <translation>画面的列，从左侧提示词到右侧提示词</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>edit what the {corner} prompt avoids</source>
        <translation>编辑{corner}的负面提示词</translation>
    </message>
    <message>
        <source>edit {corner} prompt</source>
        <translation>编辑{corner}的提示词</translation>
    </message>
    <message>
        <source>change rows</source>
        <translation>更改行数</translation>
    </message>
    <message>
        <source>change columns</source>
        <translation>更改列数</translation>
    </message>
</context>
<context>
    <name>GuidedSteps</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>中间</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Without guidance no step is guided</source>
        <translation>没有引导，任何步都不引导</translation>
    </message>
    <message>
        <source>{0} of {1} steps guided: {2} % less work</source>
        <translation>引导 {0} / {1} 步：节省 {2} % 的计算</translation>
    </message>
    <message>
        <source>guided steps</source>
        <translation>引导步</translation>
    </message>
    <message>
        <source>lowest guided noise level</source>
        <translation>最低引导噪声级</translation>
    </message>
    <message>
        <source>highest guided noise level</source>
        <translation>最高引导噪声级</translation>
    </message>
    <message>
        <source>Guidance doubles the work of a step. Only in the middle, at the noise levels where it matters most, it takes less time and looks about as good</source>
        <translation>引导会使每步的计算加倍；只在中间、最关键的噪声级引导，可节省时间，效果也差不多</translation>
    </message>
    <message>
        <source>Gui&amp;ded steps</source>
        <translation>引导步(&amp;D)</translation>
    </message>
    <message>
        <source>Guided steps</source>
        <translation>引导步</translation>
    </message>
    <message>
        <source>Noise &amp;levels</source>
        <translation>噪声级(&amp;L)</translation>
    </message>
    <message>
        <source>Lowest guided noise level</source>
        <translation>最低引导噪声级</translation>
    </message>
    <message>
        <source>Highest guided noise level</source>
        <translation>最高引导噪声级</translation>
    </message>
    <message>
        <source>From 0, the finished picture, to 1, pure noise</source>
        <translation>从 0(完成的画面)到 1(纯噪声)</translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>Drag to another place (Alt+Up, Alt+Down)</source>
        <translation>拖到其他位置(Alt+上、Alt+下)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Untitled walk</source>
        <translation>未命名漫游</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Search titles and prompts</source>
        <translation>搜索标题和提示词</translation>
    </message>
    <message>
        <source>What was rendered</source>
        <translation>渲染过的内容</translation>
    </message>
    <message>
        <source>&amp;Keep a history</source>
        <translation>保留历史(&amp;K)</translation>
    </message>
    <message>
        <source>Records hold prompts, in a folder that only you can read</source>
        <translation>记录中含有提示词，放在只有您能读取的文件夹中</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>Remove this record; its frames stay in the frame store (Delete)</source>
        <translation>移除此记录；其帧仍在帧库中 (Delete)</translation>
    </message>
    <message>
        <source>&amp;Clear…</source>
        <translation>清空(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Return or a double click opens the walk as a new document</source>
        <translation>按回车或双击可将漫游作为新文档打开</translation>
    </message>
    <message>
        <source>Nothing that was rendered matches</source>
        <translation>渲染过的内容中没有这些词</translation>
    </message>
    <message>
        <source>Nothing yet: what you render from now on appears here, as long as its frames are kept</source>
        <translation>还没有内容：今后渲染的会出现在这里，只要其帧仍保留</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>不作记录</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>清空历史？</translation>
    </message>
    <message>
        <source>All records are removed, which can&apos;t be undone.</source>
        <translation>所有记录将被移除，且无法撤销。</translation>
    </message>
    <message>
        <source>Frames and walk files stay.</source>
        <translation>帧和漫游文件保留。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>seed {0}</source>
        <translation>种子 {0}</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 帧</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>{0} 帧</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} 步</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>HubRow</name>
    <message>
        <source>&lt;a href=&quot;{0}&quot;&gt;Make a token&lt;/a&gt;</source>
        <translation>&lt;a href=&quot;{0}&quot;&gt;创建令牌&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Token of {0}</source>
        <translation>{0} 的令牌</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in to {0}</source>
        <translation>登录 {0}</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>正在询问 {0}…</translation>
    </message>
    <message>
        <source>The environment variable {0} is set, and comes before what is entered here.</source>
        <translation>已设置环境变量 {0}，它优先于此处输入的内容。</translation>
    </message>
    <message>
        <source>A token is kept in {0}. A new one replaces it.</source>
        <translation>令牌保存在 {0}。新令牌将替换它。</translation>
    </message>
    <message>
        <source>No token yet.</source>
        <translation>还没有令牌。</translation>
    </message>
    <message>
        <source>Signed in as {0}; the token is kept in {1}.</source>
        <translation>已登录为 {0}；令牌保存在 {1}。</translation>
    </message>
    <message>
        <source>API token, or all that is in kaggle.json</source>
        <translation>API 令牌，或 kaggle.json 的全部内容</translation>
    </message>
    <message>
        <source>Access token, hf_…</source>
        <translation>访问令牌，hf_…</translation>
    </message>
</context>
<context>
    <name>KeyframeCard</name>
    <message>
        <source>Prompt {number}</source>
        <translation>提示词 {number}</translation>
    </message>
    <message>
        <source>frame {number}</source>
        <translation>第 {number} 帧</translation>
    </message>
    <message>
        <source>More for prompt {number}</source>
        <translation>提示词 {number} 的更多选项</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete (a morph needs two prompts)</source>
        <translation>删除(变形至少需要两个提示词)</translation>
    </message>
    <message>
        <source>Hold prompt {number}</source>
        <translation>停留在提示词 {number}</translation>
    </message>
    <message>
        <source>Hold for some frames</source>
        <translation>停留若干帧</translation>
    </message>
    <message>
        <source>Own seed</source>
        <translation>单独的种子</translation>
    </message>
    <message>
        <source>Own guidance</source>
        <translation>单独的引导</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>KeyframeList</name>
    <message>
        <source>{count} earlier prompts</source>
        <translation>前面 {count} 个提示词</translation>
    </message>
    <message>
        <source>{count} more prompts</source>
        <translation>还有 {count} 个提示词</translation>
    </message>
</context>
<context>
    <name>KeyframeTrack</name>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>&amp;Delete keyframe</source>
        <translation>删除关键帧(&amp;D)</translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation>移动关键帧</translation>
    </message>
    <message>
        <source>A walk needs two keyframes</source>
        <translation>漫游需要两个关键帧</translation>
    </message>
    <message>
        <source>Delete keyframe</source>
        <translation>删除关键帧</translation>
    </message>
    <message>
        <source>Keyframe {number} of {count}, frame {frame}: {prompt}</source>
        <translation>关键帧 {number} / {count}，第 {frame} 帧：{prompt}</translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation>没有提示词</translation>
    </message>
</context>
<context>
    <name>LoopRows</name>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation>播放到最后一帧后怎么做</translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation>结尾(&amp;N)</translation>
    </message>
    <message>
        <source>Lead back to the start</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>After the last prompt and seed come the first ones again, so that a loop has no jump</source>
        <translation>最后的提示词和种子之后回到最初的，使循环没有跳跃</translation>
    </message>
    <message>
        <source>A walk loops without a jump where it leads back to its start, and its noise is fixed, an orbit, or leads back too</source>
        <translation>当漫游回到起点，且噪声固定、为环绕或同样返回时，循环没有跳跃</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
    <message>
        <source>lead back to the start</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>end at the last prompt or seed</source>
        <translation>在最后的提示词或种子处结束</translation>
    </message>
</context>
<context>
    <name>LoraList</name>
    <message>
        <source>LORAS</source>
        <translation>LORA</translation>
    </message>
    <message>
        <source>Add LoRA…</source>
        <translation>添加 LoRA…</translation>
    </message>
    <message>
        <source>Add a small change to the model; or drop its file on the window</source>
        <translation>为模型添加小的改动；也可将其文件拖放到窗口</translation>
    </message>
    <message>
        <source>Vary along the path</source>
        <translation>沿路径变化</translation>
    </message>
    <message>
        <source>Each prompt has its own strengths, and frames go from one to the next</source>
        <translation>每个提示词有自己的强度，各帧在其间过渡</translation>
    </message>
    <message>
        <source>Change LoRA strength</source>
        <translation>更改 LoRA 强度</translation>
    </message>
    <message>
        <source>Remove LoRA</source>
        <translation>移除 LoRA</translation>
    </message>
    <message>
        <source>Vary LoRAs along the path</source>
        <translation>LoRA 沿路径变化</translation>
    </message>
    <message>
        <source>Keep LoRAs along the path</source>
        <translation>LoRA 沿路径不变</translation>
    </message>
    <message>
        <source>Choose the file of a LoRA</source>
        <translation>选择 LoRA 文件</translation>
    </message>
    <message>
        <source>LoRAs (*.safetensors)</source>
        <translation>LoRA (*.safetensors)</translation>
    </message>
</context>
<context>
    <name>LoraRow</name>
    <message>
        <source>How much of this LoRA: 0 is none, and below 0 it does the opposite</source>
        <translation>此 LoRA 的用量;0 为不用，小于 0 则朝相反方向</translation>
    </message>
    <message>
        <source>Strength of LoRA {0}: {1}</source>
        <translation>LoRA {0} 的强度：{1}</translation>
    </message>
    <message>
        <source>Remove LoRA {0}: {1}</source>
        <translation>移除 LoRA {0}:{1}</translation>
    </message>
    <message>
        <source>changes {0} modules</source>
        <translation>更改 {0} 个模块</translation>
    </message>
    <message>
        <source>{0} of {1} modules are in this model</source>
        <translation>{1} 个模块中有 {0} 个在此模型中</translation>
    </message>
</context>
<context>
    <name>LoraStrengths</name>
    <message>
        <source>Strength of {0} at prompt {1}</source>
        <translation>{0} 在提示词 {1} 处的强度</translation>
    </message>
    <message>
        <source>How much of this LoRA is shown at this prompt</source>
        <translation>此提示词处显示多少此 LoRA</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong in the app itself. Your walk and its frames are kept.</source>
        <translation>程序本身出了问题。您的漫游及其帧已保留。</translation>
    </message>
    <message>
        <source>Only starre&amp;d ({0} of {1} stars are on a frame now)</source>
        <translation>仅星标帧({1} 个星标中有 {0} 个当前在帧上)(&amp;D)</translation>
    </message>
    <message>
        <source>Only starre&amp;d</source>
        <translation>仅星标帧(&amp;D)</translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation>此漫游无法渲染</translation>
    </message>
    <message>
        <source>{0} is not on this machine</source>
        <translation>{0} 不在本机上</translation>
    </message>
    <message>
        <source>Render s&amp;election ({0} frames)</source>
        <translation>渲染所选({0} 帧)(&amp;E)</translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation>渲染所选(&amp;E)</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>更换模型</translation>
    </message>
    <message>
        <source>{0} has its own steps, guidance and size; Undo brings the previous ones back.</source>
        <translation>{0} 有自己的步数、引导和尺寸；撤销可恢复先前的设置。</translation>
    </message>
    <message>
        <source>Of {0} files only {1} was opened: a window has one walk.</source>
        <translation>{0} 个文件中只打开了 {1}：一个窗口只有一个漫游。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be opened here: drop a walk, a picture or video that carries one, a list of prompts, a model or a LoRA</source>
        <translation>{0} 无法在此打开：请拖放漫游、带有漫游的图片或视频、提示词列表、模型或 LoRA</translation>
    </message>
    <message>
        <source>A model takes at most {0} LoRAs</source>
        <translation>一个模型最多使用 {0} 个 LoRA</translation>
    </message>
    <message>
        <source>Add LoRA</source>
        <translation>添加 LoRA</translation>
    </message>
    <message>
        <source>{0} is on another machine ({1}): copy it to this one, and open the copy.</source>
        <translation>{0} 在另一台机器 ({1}) 上：请复制到本机并打开副本。</translation>
    </message>
</context>
<context>
    <name>Maker</name>
    <message>
        <source>The file could not be made ready: {reason}; free some space</source>
        <translation>文件未能准备好：{reason}；请释放空间</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{0} · picture</source>
        <translation>{0} · 图片</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{0} · seed {1}</source>
        <translation>{0} · 种子 {1}</translation>
    </message>
</context>
<context>
    <name>MapAside</name>
    <message>
        <source>Step &amp;back</source>
        <translation>退一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Clear route</source>
        <translation>清除路线(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Lead back to its start</source>
        <translation>回到起点(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Walk along it</source>
        <translation>沿此漫游(&amp;W)</translation>
    </message>
    <message>
        <source>The route becomes the walk&apos;s path; Undo brings the previous one back</source>
        <translation>路线成为漫游的路径；撤销可恢复先前的路径</translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Walk along a route</source>
        <translation>沿路线漫游</translation>
    </message>
    <message>
        <source>The walk follows it now: render it, or undo to get its previous path back</source>
        <translation>漫游现在沿此路线：渲染它，或撤销以恢复先前的路径</translation>
    </message>
    <message>
        <source>Picture for the map</source>
        <translation>用于地图的图片</translation>
    </message>
    <message>
        <source>That is already on the map</source>
        <translation>它已在地图上</translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures</source>
        <translation>一个漫游最多有 {0} 张图片</translation>
    </message>
    <message>
        <source>Pins are on a circle: {0}</source>
        <translation>图钉排在圆上：{0}</translation>
    </message>
    <message>
        <source>Add prompts or pictures: between two or more of them there is something to find</source>
        <translation>添加提示词或图片：两个以上之间才有可发现的东西</translation>
    </message>
    <message>
        <source>The map is full: there is room for {0} pins</source>
        <translation>地图已满：可容纳 {0} 个图钉</translation>
    </message>
    <message>
        <source>Finding out how far apart the prompts are…</source>
        <translation>正在测量提示词之间的距离…</translation>
    </message>
    <message>
        <source>Draw on, or click to continue the route straight; Backspace takes it back</source>
        <translation>继续绘制，或点击以直线延伸路线；退格键撤回</translation>
    </message>
    <message>
        <source>Move over the map to look around · drag to draw a route · click pins to go through them</source>
        <translation>在地图上移动以浏览 · 拖动绘制路线 · 点击图钉以经过它们</translation>
    </message>
    <message>
        <source>Move over the map to see what is mixed there</source>
        <translation>在地图上移动：那里混合的画面显示在这里</translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message>
        <source>Picture of the place</source>
        <translation>此处的画面</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草图</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>消息详情</translation>
    </message>
</context>
<context>
    <name>MixField</name>
    <message>
        <source>This picture lay between prompts, and stays as it was</source>
        <translation>这个画面位于提示词之间，保持原样</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>编写提示词</translation>
    </message>
    <message>
        <source>Take the words of the nearer prompt instead, to change them</source>
        <translation>改用较近提示词的文字，以便修改</translation>
    </message>
    <message>
        <source>Write prompt {number}</source>
        <translation>编写提示词 {number}</translation>
    </message>
</context>
<context>
    <name>ModelTexts</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>being copied…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>lacks {0}</source>
        <translation>缺少 {0}</translation>
    </message>
    <message>
        <source>can&apos;t be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>in use, not here yet</source>
        <translation>使用中，尚不在本机</translation>
    </message>
    <message>
        <source>can be fetched</source>
        <translation>可下载</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>It is still being copied or fetched, and is checked again when it is complete.</source>
        <translation>正在复制或下载，完整后会再次查看。</translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation>位于 {0}</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>许可证：{0}</translation>
    </message>
    <message>
        <source>{0} has {1}, of which {2} are free</source>
        <translation>{0}有 {1}，其中 {2} 可用</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Needs about {0} of memory; {1}.</source>
        <translation>约需 {0} 内存；{1}。</translation>
    </message>
    <message>
        <source>It may not load.</source>
        <translation>可能无法加载。</translation>
    </message>
    <message>
        <source>asking the hub…</source>
        <translation>正在询问平台…</translation>
    </message>
    <message>
        <source>{0} of about {1}</source>
        <translation>{0} / 约 {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/秒</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩余 {0}</translation>
    </message>
    <message>
        <source>{0} of {1} GB</source>
        <translation>{0} / {1} GB</translation>
    </message>
    <message>
        <source>the model&apos;s page</source>
        <translation>模型页面</translation>
    </message>
    <message>
        <source>Before the first fetch, accept its licence on {0} with an account on {1}, and enter a token of that account under &lt;i&gt;Accounts&lt;/i&gt;.</source>
        <translation>首次下载前，请用 {1} 的账户在{0}上接受其许可证，并在&lt;i&gt;账户&lt;/i&gt;中输入该账户的令牌。</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Renders the walk with this model</source>
        <translation>用此模型渲染漫游</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>下载(&amp;F)</translation>
    </message>
    <message>
        <source>Downloads this model, or continues a download</source>
        <translation>下载此模型，或继续下载</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>Choose a folder with models</source>
        <translation>选择存有模型的文件夹</translation>
    </message>
    <message>
        <source>Adds a folder of ComfyUI, A1111 or Forge, or any other with models in it</source>
        <translation>添加 ComfyUI、A1111 或 Forge 的文件夹，或任何存有模型的文件夹</translation>
    </message>
    <message>
        <source>Add a fi&amp;le…</source>
        <translation>添加文件(&amp;L)…</translation>
    </message>
    <message>
        <source>Adds a model that is one file</source>
        <translation>添加单个文件的模型</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>从列表移除(&amp;R)</translation>
    </message>
    <message>
        <source>A&amp;ccounts…</source>
        <translation>账户(&amp;C)…</translation>
    </message>
    <message>
        <source>Tokens for Kaggle and Hugging Face</source>
        <translation>Kaggle 和 Hugging Face 的令牌</translation>
    </message>
    <message>
        <source>U&amp;nload</source>
        <translation>卸载(&amp;N)</translation>
    </message>
    <message>
        <source>Stops the engine and frees its memory</source>
        <translation>结束引擎并释放其内存</translation>
    </message>
    <message>
        <source>Show one that can&apos;t be used</source>
        <translation>显示 1 个无法使用的</translation>
    </message>
    <message>
        <source>Show {0} that can&apos;t be used</source>
        <translation>显示 {0} 个无法使用的</translation>
    </message>
    <message>
        <source>Takes {0} off the list; its files stay</source>
        <translation>将 {0} 从列表移除；其文件保留</translation>
    </message>
    <message>
        <source>Choose the file of a model</source>
        <translation>选择模型文件</translation>
    </message>
</context>
<context>
    <name>ModelsView</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>MorphEditor</name>
    <message>
        <source>Add prompt</source>
        <translation>添加提示词</translation>
    </message>
    <message>
        <source>add prompt</source>
        <translation>添加提示词</translation>
    </message>
    <message>
        <source>duplicate prompt {number}</source>
        <translation>复制提示词 {number}</translation>
    </message>
    <message>
        <source>delete prompt {number}</source>
        <translation>删除提示词 {number}</translation>
    </message>
    <message>
        <source>move keyframe</source>
        <translation>移动关键帧</translation>
    </message>
    <message>
        <source>edit prompt {number}</source>
        <translation>编辑提示词 {number}</translation>
    </message>
    <message>
        <source>edit what prompt {number} avoids</source>
        <translation>编辑提示词 {number} 的负面提示词</translation>
    </message>
    <message>
        <source>hold prompt {number}</source>
        <translation>停留在提示词 {number}</translation>
    </message>
    <message>
        <source>LoRA strength at prompt {number}</source>
        <translation>提示词 {number} 处的 LoRA 强度</translation>
    </message>
    <message>
        <source>seed of prompt {number}</source>
        <translation>提示词 {number} 的种子</translation>
    </message>
    <message>
        <source>guidance at prompt {number}</source>
        <translation>提示词 {number} 处的引导</translation>
    </message>
    <message>
        <source>picture of prompt {number}</source>
        <translation>提示词 {number} 的图片</translation>
    </message>
    <message>
        <source>write prompt {number}</source>
        <translation>编写提示词 {number}</translation>
    </message>
    <message>
        <source>easing</source>
        <translation>缓动</translation>
    </message>
    <message>
        <source>change length</source>
        <translation>更改长度</translation>
    </message>
</context>
<context>
    <name>MotionBar</name>
    <message>
        <source>Even</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Even motion</source>
        <translation>均匀运动</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>桥</translation>
    </message>
    <message>
        <source>Bridges over cuts</source>
        <translation>跳切上的桥</translation>
    </message>
    <message>
        <source>Places frames so that the picture changes by the same amount each time</source>
        <translation>把帧放在画面每次变化相同的位置</translation>
    </message>
    <message>
        <source>Lets the picture melt where it would jump or nearly so; otherwise hard cuts stay</source>
        <translation>在画面会跳变或几乎跳变之处让其融合；否则保留硬切</translation>
    </message>
    <message>
        <source>Only an even motion has bridges</source>
        <translation>只有均匀运动才有桥</translation>
    </message>
    <message>
        <source>Motion: even</source>
        <translation>运动：均匀</translation>
    </message>
    <message>
        <source>Motion: steady</source>
        <translation>运动：匀速</translation>
    </message>
    <message>
        <source>Making the motion even…</source>
        <translation>正在使运动均匀…</translation>
    </message>
    <message>
        <source>not found yet</source>
        <translation>尚未找到</translation>
    </message>
    <message>
        <source>1 bridge</source>
        <translation>1 座桥</translation>
    </message>
    <message>
        <source>{count} bridges</source>
        <translation>{count} 座桥</translation>
    </message>
    <message>
        <source>1 hard cut</source>
        <translation>1 处硬切</translation>
    </message>
    <message>
        <source>{count} hard cuts</source>
        <translation>{count} 处硬切</translation>
    </message>
    <message>
        <source>The largest step from a frame to the next is {times} the usual one: 1× is perfectly even. Click to go there, after frame {frame}.</source>
        <translation>帧间最大的一步是通常的 {times}:1× 为完全均匀。点击可转到那里，第 {frame} 帧之后。</translation>
    </message>
    <message>
        <source>Some of that is the speed that keyframes ask for.</source>
        <translation>其中一部分是关键帧所要求的速度。</translation>
    </message>
    <message>
        <source>A grid shows every mix of its prompts, so its frames stay where they are</source>
        <translation>网格显示提示词的所有混合，因此其帧保持原位</translation>
    </message>
    <message>
        <source>The noise jumps from frame to frame, so no picture leads to the next</source>
        <translation>噪声逐帧跳变，因此画面之间没有联系</translation>
    </message>
    <message>
        <source>Even motion needs three frames or more</source>
        <translation>均匀运动需要三帧以上</translation>
    </message>
    <message>
        <source>Neither the prompt nor the noise moves here: all frames are alike</source>
        <translation>提示词和噪声在此都不动：所有帧都一样</translation>
    </message>
    <message>
        <source>Goes to the largest step</source>
        <translation>转到最大的一步</translation>
    </message>
    <message>
        <source>Steady motion</source>
        <translation>匀速运动</translation>
    </message>
    <message>
        <source>Bridge cuts</source>
        <translation>桥接跳切</translation>
    </message>
    <message>
        <source>Keep cuts</source>
        <translation>保留跳切</translation>
    </message>
</context>
<context>
    <name>Noise</name>
    <message>
        <source>Fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>All frames start from the same noise: calm</source>
        <translation>所有帧从相同的噪声开始：平静</translation>
    </message>
    <message>
        <source>Prompt and noise stay: all frames are the same</source>
        <translation>提示词和噪声不变：所有帧都相同</translation>
    </message>
    <message>
        <source>Varying</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Each frame starts from noise of its own: restless</source>
        <translation>每帧从自己的噪声开始：跳动</translation>
    </message>
    <message>
        <source>, each from a noise of its own</source>
        <translation>，各有自己的噪声</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>环绕</translation>
    </message>
    <message>
        <source>The noise goes once round a circle: loops</source>
        <translation>噪声绕圆一周：循环</translation>
    </message>
    <message>
        <source>, once round a circle of noise: a loop without a seam</source>
        <translation>，绕噪声的圆一周：无缝循环</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>旅行</translation>
    </message>
    <message>
        <source>The noise goes from seed to seed</source>
        <translation>噪声从种子到种子</translation>
    </message>
    <message>
        <source>, through several seeds</source>
        <translation>，经过多个种子</translation>
    </message>
</context>
<context>
    <name>NoiseEditor</name>
    <message>
        <source>NOISE</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Start noise</source>
        <translation>起始噪声</translation>
    </message>
    <message>
        <source>shuffle seeds</source>
        <translation>打乱种子</translation>
    </message>
    <message>
        <source>For prompts without a seed of their own; from seed to seed in step with the prompts</source>
        <translation>用于没有单独种子的提示词；随提示词从种子到种子</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>change noise</source>
        <translation>更改噪声</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>更改种子</translation>
    </message>
    <message>
        <source>Unlock the seeds</source>
        <translation>解锁种子</translation>
    </message>
    <message>
        <source>Lock the seeds: nothing changes them</source>
        <translation>锁定种子：什么都不会改变它们</translation>
    </message>
    <message>
        <source>Lock the seeds</source>
        <translation>锁定种子</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>All frames are there: {0}</source>
        <translation>所有帧都已完成：{0}</translation>
    </message>
    <message>
        <source>{0} is rendered</source>
        <translation>{0} 已渲染</translation>
    </message>
    <message>
        <source>Rendering stopped</source>
        <translation>渲染已停止</translation>
    </message>
    <message>
        <source>{0} is saved</source>
        <translation>{0} 已保存</translation>
    </message>
    <message>
        <source>The export isn&apos;t saved</source>
        <translation>导出未保存</translation>
    </message>
    <message>
        <source>{0} is made</source>
        <translation>{0} 已完成</translation>
    </message>
    <message>
        <source>{0} can&apos;t be made</source>
        <translation>无法制作 {0}</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Show it on the &amp;desktop</source>
        <translation>在桌面上通知(&amp;D)</translation>
    </message>
    <message>
        <source>Make a &amp;sound</source>
        <translation>播放声音(&amp;S)</translation>
    </message>
    <message>
        <source>When rendering or an export has come to its end, and another window is in front:</source>
        <translation>当渲染或导出结束，而前面是其他窗口时：</translation>
    </message>
</context>
<context>
    <name>OnePromptEditor</name>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>edit what the prompt avoids</source>
        <translation>编辑负面提示词</translation>
    </message>
    <message>
        <source>edit prompt</source>
        <translation>编辑提示词</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Export options</source>
        <translation>导出选项</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Nothing to play yet</source>
        <translation>还没有可播放的内容</translation>
    </message>
    <message>
        <source>No file could be made</source>
        <translation>未能生成文件</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation>漫游变成哪种文件</translation>
    </message>
    <message>
        <source>A width in pixels, a percentage, or a factor such as 2×</source>
        <translation>以像素为单位的宽度、百分比，或 2× 这样的倍数</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Blur from pixel to pixel; otherwise whole factors repeat pixels</source>
        <translation>像素间模糊；否则整数倍会重复像素</translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation>播放到最后一帧后怎么做</translation>
    </message>
    <message>
        <source>How often it plays; a video contains its frames as often</source>
        <translation>播放多少次；视频会包含同样多遍的帧</translation>
    </message>
    <message>
        <source>Quick files are made sooner, and are larger or coarser</source>
        <translation>快速的文件生成更早，但更大或更粗糙</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>How much a GIF mixes pixels to make up for the colours it lacks</source>
        <translation>GIF 用多少像素混合来弥补缺少的颜色</translation>
    </message>
    <message>
        <source>The largest size that the file may have; quality is reduced for it, then pixels</source>
        <translation>文件允许的最大大小；为此先降低质量，再减少像素</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Frames in each row</source>
        <translation>每行的帧数</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>说明文字</translation>
    </message>
    <message>
        <source>The number of each frame, or its prompt, below it</source>
        <translation>每帧下方显示帧号或提示词</translation>
    </message>
    <message>
        <source>Include its pictures</source>
        <translation>包含其图片</translation>
    </message>
    <message>
        <source>The walk in the file has the pictures of its keyframes; whoever gets it can see them</source>
        <translation>文件中的漫游带有关键帧的图片；得到它的人可以看到</translation>
    </message>
    <message>
        <source>Not in this format</source>
        <translation>此格式不支持</translation>
    </message>
    <message>
        <source>As in the walk</source>
        <translation>与漫游相同</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>无限</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} 次</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>格式(&amp;M)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>尺寸(&amp;S)</translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation>结尾(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Plays</source>
        <translation>播放次数(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Dithering</source>
        <translation>抖动(&amp;D)</translation>
    </message>
    <message>
        <source>Max file si&amp;ze</source>
        <translation>最大文件(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列数(&amp;C)</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>OptionsView</name>
    <message>
        <source>Making it…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Making it smaller, try {n}…</source>
        <translation>正在缩小，第 {n} 次…</translation>
    </message>
    <message>
        <source>No file is being made; change an option to make one.</source>
        <translation>没有在生成文件；更改选项即可生成。</translation>
    </message>
</context>
<context>
    <name>OwnSettings</name>
    <message>
        <source>between seeds</source>
        <translation>种子之间</translation>
    </message>
    <message>
        <source>How strongly the picture follows its prompt here</source>
        <translation>画面在此遵循提示词的强度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Leave the seed to the walk</source>
        <translation>种子由漫游决定</translation>
    </message>
    <message>
        <source>Leave the guidance to the walk</source>
        <translation>引导由漫游决定</translation>
    </message>
    <message>
        <source>Seed of prompt {number}</source>
        <translation>提示词 {number} 的种子</translation>
    </message>
    <message>
        <source>Guidance at prompt {number}</source>
        <translation>提示词 {number} 处的引导</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>Morph</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Through two or more prompts, one after the other</source>
        <translation>依次经过两个或更多提示词</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Mixes of many prompts, along a route over the map</source>
        <translation>沿地图上的路线混合多个提示词</translation>
    </message>
    <message>
        <source>Along a route between {prompts} prompts in {frames} frames</source>
        <translation>在 {frames} 帧中沿 {prompts} 个提示词之间的路线</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>All mixes of four prompts</source>
        <translation>四个提示词的所有混合</translation>
    </message>
    <message>
        <source>Every mix of four prompts, {rows} × {columns} frames</source>
        <translation>四个提示词的每种混合，{rows} × {columns} 帧</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>A grid has rows × columns frames</source>
        <translation>网格有行 × 列帧</translation>
    </message>
    <message>
        <source>Wander</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>Away from one prompt, step by step</source>
        <translation>一步步远离一个提示词</translation>
    </message>
    <message>
        <source>Drifting away from one prompt in {frames} frames, until the picture falls apart</source>
        <translation>在 {frames} 帧中漂离一个提示词，直到画面瓦解</translation>
    </message>
    <message>
        <source>distance {distance}</source>
        <translation>距离 {distance}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>停留</translation>
    </message>
    <message>
        <source>One prompt for all frames; the noise may move</source>
        <translation>所有帧用一个提示词；噪声可以移动</translation>
    </message>
    <message>
        <source>One prompt in {frames} frames</source>
        <translation>一个提示词，{frames} 帧</translation>
    </message>
    <message>
        <source>Through {prompts} prompts in {frames} frames</source>
        <translation>经过 {prompts} 个提示词，{frames} 帧</translation>
    </message>
    <message>
        <source>From one prompt to another in {frames} frames</source>
        <translation>从一个提示词到另一个，{frames} 帧</translation>
    </message>
</context>
<context>
    <name>PathDrawing</name>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>{0}. The dot is where the playhead is.</source>
        <translation>{0}。圆点是播放头的位置。</translation>
    </message>
</context>
<context>
    <name>PathPanel</name>
    <message>
        <source>Kind of path</source>
        <translation>路径类型</translation>
    </message>
    <message>
        <source>change path to {kind}</source>
        <translation>路径改为{kind}</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>between pictures</source>
        <translation>图片之间</translation>
    </message>
    <message>
        <source>Near it</source>
        <translation>靠近它</translation>
    </message>
    <message>
        <source>Through it</source>
        <translation>穿过它</translation>
    </message>
    <message>
        <source>Near it: the prompt&apos;s picture resembles this one
Through it: the walk comes to this very picture</source>
        <translation>靠近它：提示词的画面会像这张图片
穿过它：漫游会到达这张图片本身</translation>
    </message>
    <message>
        <source>How much of the picture is changed; at 0 % it stays as it is</source>
        <translation>图片被改变多少;0 % 时保持原样</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>移除图片</translation>
    </message>
    <message>
        <source>Picture of prompt {number}</source>
        <translation>提示词 {number} 的图片</translation>
    </message>
    <message>
        <source>How the walk comes to {picture}</source>
        <translation>漫游如何到达{picture}</translation>
    </message>
    <message>
        <source>How much of {picture} is changed</source>
        <translation>{picture}被改变多少</translation>
    </message>
    <message>
        <source>Changed by {0} %</source>
        <translation>改变了 {0} %</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>Pictures ({0})</source>
        <translation>图片 ({0})</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Drag the frame to show another part; turn the wheel to zoom in
With the keyboard: the arrow keys, + and −</source>
        <translation>拖动框可显示其他部分；滚动滚轮可靠近
使用键盘：方向键、+ 和 −</translation>
    </message>
    <message>
        <source>Not in the file: drop it here again</source>
        <translation>不在文件中：请重新拖放到这里</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Picture for a keyframe</source>
        <translation>用于关键帧的图片</translation>
    </message>
    <message>
        <source>Picture of a keyframe</source>
        <translation>关键帧的图片</translation>
    </message>
    <message>
        <source>A blend takes its pictures from the map: press M, and drop this one there.</source>
        <translation>混合从地图获取图片：按 M，并将此图片拖放到那里。</translation>
    </message>
    <message>
        <source>Only a morph has keyframes that take pictures: change the path to Morph first.</source>
        <translation>只有变形的关键帧可以有图片：请先将路径改为变形。</translation>
    </message>
    <message>
        <source>There are {0} keyframes already, and no more are possible: drop the picture on one of them.</source>
        <translation>已有 {0} 个关键帧，不能更多：请将图片拖放到其中一个上。</translation>
    </message>
    <message>
        <source>There is no room for a keyframe here: drop the picture on the card of one.</source>
        <translation>这里没有放关键帧的位置：请将图片拖放到某个关键帧的卡片上。</translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures: remove one first.</source>
        <translation>一个漫游最多有 {0} 张图片：请先移除一张。</translation>
    </message>
    <message>
        <source>The picture belongs to prompt {0} now.</source>
        <translation>图片现在属于提示词 {0}。</translation>
    </message>
    <message>
        <source>The pictures belong to the prompts {0} now.</source>
        <translation>图片现在属于提示词 {0}。</translation>
    </message>
    <message>
        <source>{0} made it of “{1}”.</source>
        <translation>{0} 用“{1}”制作了它。</translation>
    </message>
    <message>
        <source>Take its words and numbers</source>
        <translation>采用其文字和数值</translation>
    </message>
    <message>
        <source>Take what a picture was made with</source>
        <translation>采用图片的制作参数</translation>
    </message>
</context>
<context>
    <name>PinBar</name>
    <message>
        <source>How pins are mixed</source>
        <translation>图钉如何混合</translation>
    </message>
    <message>
        <source>As a map</source>
        <translation>作为地图</translation>
    </message>
    <message>
        <source>As a square of four</source>
        <translation>作为四角方形</translation>
    </message>
    <message>
        <source>Another prompt for the map</source>
        <translation>为地图再写一个提示词</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation>图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Put a picture on the map; you can drop or paste one as well</source>
        <translation>将图片放到地图上；也可以拖放或粘贴</translation>
    </message>
    <message>
        <source>Another &amp;seed</source>
        <translation>另一个种子(&amp;S)</translation>
    </message>
    <message>
        <source>Put the selected pin on the map again, with a noise of its own</source>
        <translation>将所选图钉以自己的噪声再放到地图上</translation>
    </message>
    <message>
        <source>A&amp;rrange</source>
        <translation>排列(&amp;R)</translation>
    </message>
    <message>
        <source>Put pins where they belong, except those that you moved</source>
        <translation>将图钉放到应在的位置，您移动过的除外</translation>
    </message>
    <message>
        <source>Re&amp;move pin</source>
        <translation>移除图钉(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Preview of the file</source>
        <translation>文件预览</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;Reset all…</source>
        <translation>全部重置(&amp;R)…</translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation>保存在 {0}</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: this holds until the app is closed</source>
        <translation>无法写入 {0}:仅在程序结束前有效</translation>
    </message>
    <message>
        <source>Reset all preferences?</source>
        <translation>重置所有首选项？</translation>
    </message>
    <message>
        <source>Keys too. The limit for frames stays, as do frames and walks.</source>
        <translation>包括按键。帧的可用空间、帧和漫游保持不变。</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Settings &amp;presets</source>
        <translation>设置预设(&amp;P)</translation>
    </message>
    <message>
        <source>Apply “{0}”</source>
        <translation>应用“{0}”</translation>
    </message>
    <message>
        <source>The model can&apos;t make pictures of the size of “{0}”, so the size stays.</source>
        <translation>模型无法生成“{0}”的尺寸，因此尺寸保持不变。</translation>
    </message>
    <message>
        <source>&amp;Keep these settings…</source>
        <translation>保留这些设置(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Rename or delete…</source>
        <translation>重命名或删除(&amp;R)…</translation>
    </message>
    <message>
        <source>Kept as “{0}”: {1}</source>
        <translation>已保留为“{0}”：{1}</translation>
    </message>
    <message>
        <source>Keep settings</source>
        <translation>保留设置</translation>
    </message>
    <message>
        <source>Name for steps, guidance, size, timing and export:</source>
        <translation>步数、引导、尺寸、时间和导出的名称：</translation>
    </message>
    <message>
        <source>Replace “{0}”?</source>
        <translation>要替换“{0}”吗？</translation>
    </message>
    <message>
        <source>There is a preset of this name, with other settings.</source>
        <translation>已有同名预设，其设置不同。</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <source>Settings presets</source>
        <translation>设置预设</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>放回(&amp;P)</translation>
    </message>
    <message>
        <source>There is another preset called “{0}”.</source>
        <translation>已有另一个名为“{0}”的预设。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>no prompt</source>
        <translation>没有提示词</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草图</translation>
    </message>
    <message>
        <source>rendering</source>
        <translation>正在渲染</translation>
    </message>
    <message>
        <source>Frame {number} can&apos;t be rendered</source>
        <translation>第 {number} 帧无法渲染</translation>
    </message>
    <message>
        <source>Nothing is rendered yet</source>
        <translation>尚未渲染任何内容</translation>
    </message>
    <message>
        <source>It has another model, size or LoRAs: show this version to render it</source>
        <translation>它有不同的模型、尺寸或 LoRA：显示此版本即可渲染</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>The picture shows as soon as it is done</source>
        <translation>完成后立即显示画面</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>第 {number} / {count} 帧</translation>
    </message>
    <message>
        <source>guidance {scale}</source>
        <translation>引导 {scale}</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is from before the edit</source>
        <translation>第 {number} 帧尚未渲染：这是编辑前的画面</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other} from before the edit</source>
        <translation>第 {number} 帧尚未渲染：这是编辑前的第 {other} 帧</translation>
    </message>
    <message>
        <source>The first time, the app measures what suits this device</source>
        <translation>首次使用时，程序会测量适合此设备的设置</translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation>此漫游无法渲染</translation>
    </message>
    <message>
        <source>The model is not on this machine</source>
        <translation>模型不在本机上</translation>
    </message>
    <message>
        <source>Walk › Models fetches it, or chooses another one</source>
        <translation>漫游 › 模型可下载或选择另一个</translation>
    </message>
    <message>
        <source>{keys} renders this walk</source>
        <translation>{keys} 渲染此漫游</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other}</source>
        <translation>第 {number} 帧尚未渲染：这是第 {other} 帧</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 步</translation>
    </message>
    <message>
        <source>No frame comes before this one</source>
        <translation>此帧之前没有帧</translation>
    </message>
    <message>
        <source>Frame {number}, the one before, isn&apos;t rendered yet</source>
        <translation>前一帧(第 {number} 帧)尚未渲染</translation>
    </message>
    <message>
        <source>Difference from frame {number}, {times} × as bright</source>
        <translation>与第 {number} 帧的差异，亮度 {times} 倍</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>beside it {0}</source>
        <translation>旁边是{0}</translation>
    </message>
    <message>
        <source>zoom {0} %</source>
        <translation>缩放 {0} %</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>复制帧(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save frame…</source>
        <translation>保存帧(&amp;S)…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pixel for pixel</source>
        <translation>像素对像素(&amp;P)</translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message>
        <source>{count} / {limit} tokens</source>
        <translation>{count} / {limit} 词元</translation>
    </message>
    <message>
        <source>{numbers} · the end is not read</source>
        <translation>{numbers} · 末尾未读取</translation>
    </message>
    <message>
        <source>Tokens of this prompt, and how many the model reads; the rest is struck out</source>
        <translation>此提示词的词元数，以及模型读取的数量；其余部分划掉</translation>
    </message>
    <message>
        <source>Not known: {words}</source>
        <translation>未知：{words}</translation>
    </message>
    <message>
        <source>This model wasn&apos;t taught these words and draws anything for them; Ctrl+Space lists what it knows</source>
        <translation>此模型没学过这些词，会随意绘制；Ctrl+空格列出它认识的词</translation>
    </message>
</context>
<context>
    <name>PromptLists</name>
    <message>
        <source>There is no text to paste: copy a list of prompts first, one a line</source>
        <translation>没有可粘贴的文本：请先复制提示词列表，每行一个</translation>
    </message>
    <message>
        <source>Paste prompts</source>
        <translation>粘贴提示词</translation>
    </message>
    <message>
        <source>Take prompts from a file</source>
        <translation>从文件获取提示词</translation>
    </message>
    <message>
        <source>Copied as text: {0}.</source>
        <translation>已复制为文本：{0}。</translation>
    </message>
    <message>
        <source>No prompt has wildcards: they are written {a|b}, or __name__ for a file.</source>
        <translation>没有提示词含通配符：写法为 {a|b}，或用 __name__ 表示文件。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Draw wildcards</source>
        <translation>抽取通配符</translation>
    </message>
    <message>
        <source>Drew the wildcards of {0} by the seed {1}; Undo brings them back.</source>
        <translation>已用种子 {1} 抽取{0}的通配符；撤销可恢复。</translation>
    </message>
    <message>
        <source>Some have wildcards, which can be drawn.</source>
        <translation>其中一些含有可抽取的通配符。</translation>
    </message>
    <message>
        <source>The path goes through {0} now, in {1} frames; Undo brings the previous path back.</source>
        <translation>路径现在经过{0}，共 {1} 帧；撤销可恢复先前的路径。</translation>
    </message>
    <message>
        <source>{0} prompts</source>
        <translation>{0} 个提示词</translation>
    </message>
    <message>
        <source>one prompt</source>
        <translation>1 个提示词</translation>
    </message>
    <message>
        <source>Folder with the files of wildcards</source>
        <translation>存放通配符文件的文件夹</translation>
    </message>
</context>
<context>
    <name>PromptsField</name>
    <message>
        <source>Describe the picture</source>
        <translation>描述画面</translation>
    </message>
    <message>
        <source>What to lead away from (negative prompt)</source>
        <translation>要远离什么(负面提示词)</translation>
    </message>
    <message>
        <source>What to avoid at: {name}</source>
        <translation>要避免的内容：{name}</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>负面</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>要避免的内容</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Making the motion even</source>
        <translation>正在使运动均匀</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>正在渲染</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写入文件</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 帧</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>{0} 帧</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>退出？</translation>
    </message>
    <message>
        <source>The queue is still making files.</source>
        <translation>队列仍在制作文件。</translation>
    </message>
    <message>
        <source>It can continue without this window.</source>
        <translation>没有此窗口它也能继续。</translation>
    </message>
    <message>
        <source>Let it continue</source>
        <translation>让它继续</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>暂停它</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Walks that become files, one after the other</source>
        <translation>逐个变成文件的漫游</translation>
    </message>
    <message>
        <source>Queue: {0} of {1} · {2} %</source>
        <translation>队列：{0}/{1} · {2}%</translation>
    </message>
    <message>
        <source>Queue: {0} waiting</source>
        <translation>队列：{0} 个等待中</translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Walks in the queue</source>
        <translation>队列中的漫游</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Sooner (Alt+Up)</source>
        <translation>提前（Alt+↑）</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>推后（Alt+↓）</translation>
    </message>
    <message>
        <source>Make a&amp;gain</source>
        <translation>重新制作(&amp;G)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove it from the queue; frames stay in the frame store (Delete)</source>
        <translation>从队列中移除；帧保留在帧库中（Delete）</translation>
    </message>
    <message>
        <source>&amp;Clear finished</source>
        <translation>清除已结束的(&amp;C)</translation>
    </message>
    <message>
        <source>Remove what is done or failed; files stay</source>
        <translation>移除已完成或失败的；文件保留</translation>
    </message>
    <message>
        <source>&amp;Add this walk…</source>
        <translation>添加此漫游(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Nothing yet: add walks, start the queue, and find their files in the morning. It continues when this window is closed, and after a restart of the computer when it is started again.</source>
        <translation>还没有内容：添加漫游，启动队列，早上就能得到文件。关闭此窗口后它会继续；重启电脑后，再次启动队列即可继续。</translation>
    </message>
    <message>
        <source>Files are being made, one after the other; the computer is kept awake meanwhile.</source>
        <translation>正在逐个制作文件；期间电脑保持唤醒。</translation>
    </message>
    <message>
        <source>Nothing is being made: Start begins with the first one that is waiting.</source>
        <translation>当前没有在制作：点击“开始”从第一个等待的开始。</translation>
    </message>
    <message>
        <source>All done.</source>
        <translation>全部完成。</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Stop what is being made; its frames are kept</source>
        <translation>停止正在制作的；其帧会保留</translation>
    </message>
    <message>
        <source>Make the files, in this order</source>
        <translation>按此顺序制作文件</translation>
    </message>
</context>
<context>
    <name>QueueWatch</name>
    <message>
        <source>the log says more</source>
        <translation>详见日志</translation>
    </message>
    <message>
        <source>The queue stopped: {0}</source>
        <translation>队列已停止：{0}</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到任何内容。</translation>
    </message>
    <message>
        <source>This page can&apos;t be read: {0}</source>
        <translation>无法读取此页面：{0}</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>No recent walks</source>
        <translation>没有最近的漫游</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Unsaved edits can&apos;t be kept for a crash; save the walk. {0}</source>
        <translation>无法为防崩溃保留未保存的编辑；请保存漫游。{0}</translation>
    </message>
</context>
<context>
    <name>RenderControl</name>
    <message>
        <source> · {0} frames/s · {1} left</source>
        <translation> · {0} 帧/秒 · 剩余 {1}</translation>
    </message>
</context>
<context>
    <name>RenderingPage</name>
    <message>
        <source>Automatic: one that has the GPU</source>
        <translation>自动：有 GPU 的后端</translation>
    </message>
    <message>
        <source>Automatic: what suits the device</source>
        <translation>自动：适合设备的精度</translation>
    </message>
    <message>
        <source>&amp;Model of new walks</source>
        <translation>新漫游的模型(&amp;M)</translation>
    </message>
    <message>
        <source>For File › New. A walk that exists keeps its own.</source>
        <translation>用于文件 › 新建。已有的漫游保留自己的模型。</translation>
    </message>
    <message>
        <source>&amp;Backend</source>
        <translation>后端(&amp;B)</translation>
    </message>
    <message>
        <source>Pre&amp;cision</source>
        <translation>精度(&amp;C)</translation>
    </message>
    <message>
        <source>Both apply at once, in this window. Another precision makes other frames: all are rendered anew, and those of before come back with their precision.</source>
        <translation>两者在此窗口中立即生效。不同精度的帧是不同的帧：会重新渲染，改回原来的精度即可恢复。</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>未安装 {0}</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Frame numbers</source>
        <translation>帧号</translation>
    </message>
    <message>
        <source>Loop from frame {0} to {1}</source>
        <translation>从第 {0} 帧到第 {1} 帧循环</translation>
    </message>
</context>
<context>
    <name>SamplerPanel</name>
    <message>
        <source> fps</source>
        <translation> fps</translation>
    </message>
    <message>
        <source>Auto ({0})</source>
        <translation>自动 ({0})</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Settings presets: steps, guidance, size, timing and export by name</source>
        <translation>设置预设：按名称保存步数、引导、尺寸、时间和导出</translation>
    </message>
    <message>
        <source>Settings presets</source>
        <translation>设置预设</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>image size</source>
        <translation>图像尺寸</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>更改{0}</translation>
    </message>
    <message>
        <source>How many frames the walk has</source>
        <translation>漫游有多少帧</translation>
    </message>
    <message>
        <source>SAMPLER</source>
        <translation>采样器</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>步数(&amp;S)</translation>
    </message>
    <message>
        <source>Denoising steps: more are slower and finer</source>
        <translation>去噪步数：越多越慢、越精细</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>引导(&amp;G)</translation>
    </message>
    <message>
        <source>How strictly the picture follows the prompt; 1 or less is twice as fast</source>
        <translation>画面遵循提示词的严格程度;1 或更低快一倍</translation>
    </message>
    <message>
        <source>Image si&amp;ze</source>
        <translation>图像尺寸(&amp;Z)</translation>
    </message>
    <message>
        <source>Width × height in pixels</source>
        <translation>宽 × 高，单位像素</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>批次(&amp;B)</translation>
    </message>
    <message>
        <source>Frames rendered at once; less needs less memory</source>
        <translation>同时渲染的帧数；越少需要的内存越少</translation>
    </message>
    <message>
        <source>TIMING</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation>帧数(&amp;A)</translation>
    </message>
    <message>
        <source>Frame ra&amp;te</source>
        <translation>帧率(&amp;T)</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>{frames} frames there and back = {shown}</source>
        <translation>{frames} 帧往返 = {shown}</translation>
    </message>
    <message>
        <source>{frames} frames, once</source>
        <translation>{frames} 帧，一次</translation>
    </message>
    <message>
        <source>{frames} frames, then on from the first: no jump</source>
        <translation>{frames} 帧，然后从第一帧继续：无跳变</translation>
    </message>
    <message>
        <source>{frames} frames, then a jump to the first</source>
        <translation>{frames} 帧，然后跳到第一帧</translation>
    </message>
    <message>
        <source> · {seconds} s</source>
        <translation> · {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Progress of saving</source>
        <translation>保存进度</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>停止保存</translation>
    </message>
    <message>
        <source>{name} follows when it is made</source>
        <translation>{name} 生成后即保存</translation>
    </message>
    <message>
        <source>Saving {name} · {percent} %</source>
        <translation>正在保存 {name} · {percent} %</translation>
    </message>
    <message>
        <source>Saving {name} · try {n}, {percent} %</source>
        <translation>正在保存 {name} · 第 {n} 次，{percent} %</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Another seed at random</source>
        <translation>随机换一个种子</translation>
    </message>
    <message>
        <source>Shuffle: {name}</source>
        <translation>随机：{name}</translation>
    </message>
</context>
<context>
    <name>SeedList</name>
    <message>
        <source>{count} earlier seeds</source>
        <translation>前面 {count} 个种子</translation>
    </message>
    <message>
        <source>{count} more seeds</source>
        <translation>还有 {count} 个种子</translation>
    </message>
    <message>
        <source>Add seed</source>
        <translation>添加种子</translation>
    </message>
    <message>
        <source>Seed {number}</source>
        <translation>种子 {number}</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>更改种子</translation>
    </message>
    <message>
        <source>add seed</source>
        <translation>添加种子</translation>
    </message>
    <message>
        <source>remove seed</source>
        <translation>移除种子</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The app ended while it was starting, so it begins with another walk.</source>
        <translation>应用上次在启动时退出，因此从另一个漫游开始。</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
</context>
<context>
    <name>SettingsPreset</name>
    <message>
        <source>{0} steps</source>
        <translation>{0} 步</translation>
    </message>
    <message>
        <source>guidance {0}</source>
        <translation>引导 {0}</translation>
    </message>
    <message>
        <source>{0} frames, {1} fps</source>
        <translation>{0} 帧，{1} fps</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>{0} steps</source>
        <translation>{0} 步</translation>
    </message>
    <message>
        <source>guidance {0}</source>
        <translation>引导 {0}</translation>
    </message>
    <message>
        <source>avoiding {0}</source>
        <translation>避免 {0}</translation>
    </message>
    <message>
        <source>avoiding nothing</source>
        <translation>不避免任何内容</translation>
    </message>
    <message>
        <source>towards {0}</source>
        <translation>朝向 {0}</translation>
    </message>
    <message>
        <source>the walk&apos;s seed</source>
        <translation>漫游的种子</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>种子 {0}</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>What is varied</source>
        <translation>变化什么</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>针对什么</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>多少个</translation>
    </message>
    <message>
        <source>How far from the present seed</source>
        <translation>离当前种子多远</translation>
    </message>
    <message>
        <source>How far from the present seed: left is nearly the same picture</source>
        <translation>离当前种子多远：最左几乎是同一画面</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>更多类似的(&amp;M)</translation>
    </message>
    <message>
        <source>Other &amp;seeds</source>
        <translation>其他种子(&amp;S)</translation>
    </message>
    <message>
        <source>New pictures for all that are not pinned</source>
        <translation>为所有未固定的换新画面</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Sa&amp;ve sheet…</source>
        <translation>保存图表(&amp;V)…</translation>
    </message>
    <message>
        <source>All pictures with their captions, as one</source>
        <translation>所有画面连同说明，合成一张</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>采用 {0}</translation>
    </message>
    <message>
        <source>of prompt {0}</source>
        <translation>提示词 {0}</translation>
    </message>
    <message>
        <source>of all the walk</source>
        <translation>整个漫游</translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation>其他种子</translation>
    </message>
    <message>
        <source>Seeds near this one</source>
        <translation>附近的种子</translation>
    </message>
    <message>
        <source>Steps × seeds</source>
        <translation>步数 × 种子</translation>
    </message>
    <message>
        <source>Guidance × seeds</source>
        <translation>引导 × 种子</translation>
    </message>
    <message>
        <source>LoRA × seeds</source>
        <translation>LoRA × 种子</translation>
    </message>
    <message>
        <source>Picture × seeds</source>
        <translation>图片 × 种子</translation>
    </message>
    <message>
        <source>What to avoid × seeds</source>
        <translation>要避免的内容 × 种子</translation>
    </message>
    <message>
        <source>Prompts × seeds</source>
        <translation>提示词 × 种子</translation>
    </message>
    <message>
        <source>{0} × seeds</source>
        <translation>{0} × 种子</translation>
    </message>
    <message>
        <source>{0} of {1} pictures can&apos;t be rendered: {2}</source>
        <translation>{1} 个画面中有 {0} 个无法渲染：{2}</translation>
    </message>
    <message>
        <source>A click takes a picture · its corner pins it (P) · the one you look at is refined</source>
        <translation>点击采用画面 · 点其一角固定 (P) · 正在看的会被细化</translation>
    </message>
    <message>
        <source>{0} of {1} pictures</source>
        <translation>{0} / {1} 个画面</translation>
    </message>
    <message>
        <source>{0} sheet</source>
        <translation>{0} 图表</translation>
    </message>
    <message>
        <source>Save sheet</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written; choose another folder, and a name that ends in .png</source>
        <translation>无法写入 {0}；请选择其他文件夹，以及以 .png 结尾的名称</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Variations</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>{0}: not rendered yet</source>
        <translation>{0}:尚未渲染</translation>
    </message>
    <message>
        <source>{0}: draft</source>
        <translation>{0}:草图</translation>
    </message>
    <message>
        <source>Can&apos;t be rendered</source>
        <translation>无法渲染</translation>
    </message>
</context>
<context>
    <name>ShortcutTree</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>No shortcut matches.</source>
        <translation>没有快捷键包含这些词。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Select frames in the strip (or drag there with Shift)</source>
        <translation>在胶片条中选择帧(或按住 Shift 拖动)</translation>
    </message>
    <message>
        <source>Move the keyframe a frame forward</source>
        <translation>将关键帧后移一帧</translation>
    </message>
    <message>
        <source>Move the keyframe a frame back</source>
        <translation>将关键帧前移一帧</translation>
    </message>
    <message>
        <source>Move a handle of the speed curve a little</source>
        <translation>稍微移动速度曲线的控制柄</translation>
    </message>
    <message>
        <source>Make the speed curve straight</source>
        <translation>将速度曲线变直</translation>
    </message>
    <message>
        <source>Menu of what has the focus</source>
        <translation>当前键盘焦点的菜单</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有地方</translation>
    </message>
    <message>
        <source>Duplicate the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>Move the prompt up</source>
        <translation>上移提示词</translation>
    </message>
    <message>
        <source>Move the prompt down</source>
        <translation>下移提示词</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Key of the selected action</source>
        <translation>所选操作的按键</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>默认按键(&amp;U)</translation>
    </message>
    <message>
        <source>The key that it comes with</source>
        <translation>程序自带的按键</translation>
    </message>
    <message>
        <source>All &amp;usual keys</source>
        <translation>全部默认按键(&amp;U)</translation>
    </message>
    <message>
        <source>All keys as they come with the app</source>
        <translation>所有按键恢复为程序自带的</translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation>采用(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>Return on a row, then press its new key.</source>
        <translation>在一行上按回车，然后按新的按键。</translation>
    </message>
    <message>
        <source>{0} is the key of {1} › {2}, which would lose it.</source>
        <translation>{0} 是 {1} › {2} 的按键，采用后它将失去此按键。</translation>
    </message>
    <message>
        <source>{0} has a meaning of its own there ({1}: {2}); press another key.</source>
        <translation>{0} 在那里另有含义({1}:{2})；请按其他键。</translation>
    </message>
</context>
<context>
    <name>SpeedTrack</name>
    <message>
        <source>Speed curve</source>
        <translation>速度曲线</translation>
    </message>
    <message>
        <source>First handle of way {number}</source>
        <translation>第 {number} 段的第一个控制柄</translation>
    </message>
    <message>
        <source>Second handle of way {number}</source>
        <translation>第 {number} 段的第二个控制柄</translation>
    </message>
    <message>
        <source>{time} % of the time, {way} % of the way</source>
        <translation>{time} % 的时间，{way} % 的路程</translation>
    </message>
    <message>
        <source>Drag it, freely with Alt; arrow keys, finely with Shift; Delete makes it straight</source>
        <translation>拖动它，按 Alt 自由拖动；方向键，按 Shift 微调；Delete 变直</translation>
    </message>
    <message>
        <source>Change speed curve</source>
        <translation>更改速度曲线</translation>
    </message>
    <message>
        <source>Speed curve of way {number}: {easing}
Double-click makes a keyframe</source>
        <translation>第 {number} 段的速度曲线：{easing}
双击创建关键帧</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Star frame</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>去掉星标</translation>
    </message>
    <message>
        <source>No frame has a star: press S to add one</source>
        <translation>没有帧有星标：按 S 添加</translation>
    </message>
    <message>
        <source>A frame can have a star when its model is on this machine and it is looked up</source>
        <translation>当帧的模型在本机上且帧已找到时，才能加星标</translation>
    </message>
    <message>
        <source>Frames of an even walk can have stars when their places are found</source>
        <translation>均匀漫游的帧在位置找到后才能加星标</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Frames rendered</source>
        <translation>已渲染的帧</translation>
    </message>
    <message>
        <source>What the engine does</source>
        <translation>引擎在做什么</translation>
    </message>
    <message>
        <source>Whether the engine is ready</source>
        <translation>引擎是否就绪</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>所有更改已保存</translation>
    </message>
    <message>
        <source>Getting the engine ready…</source>
        <translation>正在准备引擎…</translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation>引擎就绪</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>正在启动引擎…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Compiling for this image size and batch…</source>
        <translation>正在为此尺寸和批次编译…</translation>
    </message>
    <message>
        <source>Rendering 1 picture to look at</source>
        <translation>正在渲染 1 个供查看的画面</translation>
    </message>
    <message>
        <source>Rendering {0} pictures to look at</source>
        <translation>正在渲染 {0} 个供查看的画面</translation>
    </message>
    <message>
        <source>Refining drafts</source>
        <translation>正在细化草图</translation>
    </message>
    <message>
        <source>Making the motion even · {0}&#xa0;% · {1} rendered</source>
        <translation>正在使运动均匀 · {0} % · 已渲染 {1}</translation>
    </message>
    <message>
        <source>Rendering {0} of {1} selected</source>
        <translation>正在渲染所选的 {0} / {1}</translation>
    </message>
    <message>
        <source>Rendering {0} of {1}</source>
        <translation>正在渲染 {0} / {1}</translation>
    </message>
    <message>
        <source>Looking up frames…</source>
        <translation>正在查找帧…</translation>
    </message>
    <message>
        <source>{0} rendered to make the motion even</source>
        <translation>为使运动均匀已渲染 {0}</translation>
    </message>
    <message>
        <source>{0} · {1} continues</source>
        <translation>{0} · {1} 继续</translation>
    </message>
    <message>
        <source>{0} · {1} renders the rest</source>
        <translation>{0} · {1} 渲染其余的</translation>
    </message>
    <message>
        <source>The frame is rendered</source>
        <translation>该帧已渲染</translation>
    </message>
    <message>
        <source>All {0} frames rendered</source>
        <translation>全部 {0} 帧已渲染</translation>
    </message>
    <message>
        <source>{0} · rendering continues after edits</source>
        <translation>{0} · 编辑后继续渲染</translation>
    </message>
    <message>
        <source>{0} of 1 frame</source>
        <translation>{0} / 1 帧</translation>
    </message>
    <message>
        <source>{0} of {1} frames</source>
        <translation>{0} / {1} 帧</translation>
    </message>
</context>
<context>
    <name>Stills</name>
    <message>
        <source>The pictures could not be made ready: {0}; free some space</source>
        <translation>画面未能准备好：{0}；请释放空间</translation>
    </message>
    <message>
        <source>Only frames that are rendered can be dragged</source>
        <translation>只能拖出已渲染的帧</translation>
    </message>
    <message>
        <source>{0} frames at once are too many to drag: select {1}, or export the walk</source>
        <translation>一次拖出 {0} 帧太多：请选择 {1} 帧，或导出漫游</translation>
    </message>
    <message>
        <source>The pictures are ready now: drag them once more</source>
        <translation>画面已就绪：请再拖一次</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Save a walk by &amp;itself, a moment after every edit</source>
        <translation>每次编辑后自动保存漫游(&amp;I)</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>显示文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Free &amp;space…</source>
        <translation>释放空间(&amp;S)…</translation>
    </message>
    <message>
        <source>Removes frames of other days; they can be rendered again</source>
        <translation>移除其他日子的帧，它们可以重新渲染</translation>
    </message>
    <message>
        <source>Once it has a file. Undo still works, and without this unsaved edits are kept too.</source>
        <translation>在它有文件之后。撤销仍可返回；不开启时，未保存的编辑也会保留。</translation>
    </message>
    <message>
        <source>On s&amp;tart</source>
        <translation>启动时(&amp;T)</translation>
    </message>
    <message>
        <source>Walks</source>
        <translation>漫游</translation>
    </message>
    <message>
        <source>Rendered frames</source>
        <translation>渲染的帧</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>最多(&amp;A)</translation>
    </message>
    <message>
        <source>Also for the command line. The frames that were not used for longest go first, never those of the walk that is open.</source>
        <translation>对命令行同样有效。最久未用的帧先移除，打开的漫游的帧绝不移除。</translation>
    </message>
    <message>
        <source>They take {0} now. Those that were not used for longest go; they can be rendered again.</source>
        <translation>它们现占用 {0}。最久未用的将被移除；可以重新渲染。</translation>
    </message>
    <message>
        <source>{0} isn&apos;t there any more; the next frame that is rendered makes it</source>
        <translation>{0} 已不存在；下一个渲染的帧会创建它</translation>
    </message>
    <message>
        <source>No program here opens folders; it is {0}</source>
        <translation>这里没有能打开文件夹的程序；它是 {0}</translation>
    </message>
    <message>
        <source>Remove rendered frames?</source>
        <translation>移除渲染的帧？</translation>
    </message>
    <message>
        <source>The walk that was open last</source>
        <translation>上次打开的漫游</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>一个示例</translation>
    </message>
    <message>
        <source>All go but those of the walk that is open, and those rendered or shown since the app began. They can be rendered again.</source>
        <translation>除打开的漫游的帧以及程序启动后渲染或显示过的帧外，全部移除。它们可以重新渲染。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Only a morph, a blend or a held prompt takes keyframes</source>
        <translation>只有变形、混合或停留的提示词可以有关键帧</translation>
    </message>
    <message>
        <source>Make keyframe</source>
        <translation>创建关键帧</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>The model: choose another</source>
        <translation>模型：选择另一个</translation>
    </message>
    <message>
        <source>Memory of the device that renders</source>
        <translation>渲染设备的内存</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source> {0} does the same.</source>
        <translation> {0} 也可以。</translation>
    </message>
    <message>
        <source>Say what to see</source>
        <translation>写下想看到的</translation>
    </message>
    <message>
        <source>Each card is a prompt, and the walk leads from one to the next. Change the words.</source>
        <translation>每张卡片是一个提示词，漫游从一个走到下一个。改改这些词吧。</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Frames that are missing appear, coarse to fine, and after every edit.</source>
        <translation>缺少的帧会由粗到细出现，每次编辑后也是如此。</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>带走它</translation>
    </message>
    <message>
        <source>The finished file waits here: drag it into a folder, a browser or a chat.</source>
        <translation>完成的文件在这里：拖到文件夹、浏览器或聊天中。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Tour, {0} of {1}</source>
        <translation>导览，{0} / {1}</translation>
    </message>
</context>
<context>
    <name>Tracks</name>
    <message>
        <source>Scroll the frames</source>
        <translation>滚动帧</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>{0} step</source>
        <translation>{0} 步进</translation>
    </message>
    <message>
        <source>{0} play</source>
        <translation>{0} 播放</translation>
    </message>
    <message>
        <source>{0} make keyframe</source>
        <translation>{0} 创建关键帧</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show all frames</source>
        <translation>显示所有帧</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Speed of playback</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>Speed of playback: {0}</source>
        <translation>播放速度：{0}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>VersionChip</name>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>{0}
A click shows it, a double click renames it; its menu compares</source>
        <translation>{0}
单击显示，双击重命名；其菜单可比较</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Compare with the walk as it is now</source>
        <translation>与当前的漫游比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>移除(&amp;E)</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>The walk is already kept as “{0}”</source>
        <translation>漫游已保留为“{0}”</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>保留版本</translation>
    </message>
    <message>
        <source>Show version “{0}”</source>
        <translation>显示版本“{0}”</translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation>移除版本</translation>
    </message>
    <message>
        <source>Rename version</source>
        <translation>重命名版本</translation>
    </message>
    <message>
        <source>Name of the version:</source>
        <translation>版本的名称：</translation>
    </message>
    <message>
        <source>There is no other version: keep this one, and change the walk</source>
        <translation>没有其他版本：请保留此版本，然后更改漫游</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
</context>
<context>
    <name>VersionsBar</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>比较对象…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Keep the walk as it is now as a version</source>
        <translation>将当前的漫游保留为版本</translation>
    </message>
    <message>
        <source>The version beside the walk as it is now</source>
        <translation>与当前漫游并排的版本</translation>
    </message>
    <message>
        <source>One over the other, with a line that you can drag</source>
        <translation>两者叠放，用可拖动的线分割</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>划像</translation>
    </message>
</context>
<context>
    <name>WanderEditor</name>
    <message>
        <source>How far each number of the embedding moves from one frame to the next</source>
        <translation>嵌入的每个数值从一帧到下一帧移动多少</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>全部相同</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>All alike: every number of the embedding grows by the same. Random: each its own way.</source>
        <translation>全部相同：嵌入的每个数值增长相同。随机：各不相同。</translation>
    </message>
    <message>
        <source>Seed of the direction</source>
        <translation>方向的种子</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Direction seed</source>
        <translation>方向种子</translation>
    </message>
    <message>
        <source>change step size</source>
        <translation>更改步长</translation>
    </message>
    <message>
        <source>change direction</source>
        <translation>更改方向</translation>
    </message>
</context>
<context>
    <name>WayRow</name>
    <message>
        <source>Length of this way relative to the others: 2× takes twice as long</source>
        <translation>这一段相对于其他段的长度：2× 需要两倍时间</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 帧</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} 帧</translation>
    </message>
    <message>
        <source>Easing after prompt {number}: {easing}</source>
        <translation>提示词 {number} 之后的缓动：{easing}</translation>
    </message>
    <message>
        <source>Easing: how the frames are distributed on this way</source>
        <translation>缓动：帧在这一段上如何分布</translation>
    </message>
    <message>
        <source>Length after prompt {number}</source>
        <translation>提示词 {number} 之后的长度</translation>
    </message>
</context>
<context>
    <name>_SeedRow</name>
    <message>
        <source>Remove: {name}</source>
        <translation>移除：{name}</translation>
    </message>
</context>
</TS>
