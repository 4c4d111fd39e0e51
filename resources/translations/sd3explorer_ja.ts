<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Models with a licence are fetched with an account that has accepted it. A token stays with the hub&apos;s own library on this machine, which other programs share.</source>
        <translation>ライセンスのあるモデルは、それに同意したアカウントで取得します。トークンはこのコンピューターにあるハブ自身のライブラリーが保管し、他のプログラムも使います。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Walk</source>
        <translation>ウォーク(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>レンダー(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>新規(&amp;N)…</translation>
    </message>
    <message>
        <source>Begin with an example or an empty walk</source>
        <translation>サンプルまたは空のウォークから始めます</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>新しいウィンドウ(&amp;W)</translation>
    </message>
    <message>
        <source>Open another window, beside this one</source>
        <translation>このウィンドウの横にもう一つ開きます</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a walk file, or a list of prompts</source>
        <translation>ウォークファイルまたはプロンプトの一覧を開きます</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>ウォークを保存</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the walk under another name</source>
        <translation>ウォークを別の名前で保存します</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>履歴(&amp;H)…</translation>
    </message>
    <message>
        <source>What was rendered before, by thumbnail</source>
        <translation>これまでにレンダーしたものをサムネイルで表示します</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出し(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the finished pictures</source>
        <translation>完成した画像を保存します</translation>
    </message>
    <message>
        <source>Export o&amp;ptions…</source>
        <translation>書き出しオプション(&amp;P)…</translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation>サイズや品質などを、ファイルのプレビューを見ながら設定します</translation>
    </message>
    <message>
        <source>Save this &amp;frame…</source>
        <translation>このフレームを保存(&amp;F)…</translation>
    </message>
    <message>
        <source>Save the frame under the playhead</source>
        <translation>再生ヘッドのフレームを保存します</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>このウィンドウを閉じます</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>End the app; other windows stay</source>
        <translation>アプリを終了します。他のウィンドウは残ります</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>最後の編集を取り消します</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Redo the last undone edit</source>
        <translation>もう一度行います</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>フレームをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the frame under the playhead to the clipboard</source>
        <translation>再生ヘッドのフレームをクリップボードにコピーします</translation>
    </message>
    <message>
        <source>Copy pro&amp;mpts as text</source>
        <translation>プロンプトをテキストとしてコピー(&amp;M)</translation>
    </message>
    <message>
        <source>Copy all prompts, one per line, or as CSV with their frames</source>
        <translation>すべてのプロンプトを1行に1つ、またはフレーム付きのCSVとしてコピーします</translation>
    </message>
    <message>
        <source>Paste prompts or a picture</source>
        <translation>プロンプトまたは画像を貼り付け</translation>
    </message>
    <message>
        <source>Make a path from a list of prompts, or give the keyframe here a picture</source>
        <translation>一覧からパスを作るか、ここのキーフレームに画像を付けます</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>プロンプトを編集(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the prompt at the playhead</source>
        <translation>再生ヘッドのプロンプトに移動します</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>環境設定(&amp;F)…</translation>
    </message>
    <message>
        <source>Appearance, models, saving, keys, and how much rendered frames may take</source>
        <translation>外観、モデル、保存、キー、レンダー済みフレームの容量</translation>
    </message>
    <message>
        <source>Make keyframe &amp;here</source>
        <translation>ここにキーフレームを作成(&amp;H)</translation>
    </message>
    <message>
        <source>Pin a prompt to this frame</source>
        <translation>このフレームにプロンプトを固定します</translation>
    </message>
    <message>
        <source>Keyframe from a p&amp;icture…</source>
        <translation>画像からキーフレーム(&amp;I)…</translation>
    </message>
    <message>
        <source>Give a picture to the keyframe at the playhead, or make one of it</source>
        <translation>再生ヘッドのキーフレームに画像を付けるか、画像からキーフレームを作ります</translation>
    </message>
    <message>
        <source>E&amp;xplore…</source>
        <translation>探索(&amp;X)…</translation>
    </message>
    <message>
        <source>Other seeds, steps and more of what is under the playhead, side by side</source>
        <translation>再生ヘッドの位置の別のシードやステップなどを並べて見ます</translation>
    </message>
    <message>
        <source>&amp;Map…</source>
        <translation>マップ(&amp;M)…</translation>
    </message>
    <message>
        <source>Prompts as pins: look around between them, and draw a route</source>
        <translation>プロンプトをピンとして、その間を見て回り、ルートを描きます</translation>
    </message>
    <message>
        <source>Draw &amp;wildcards</source>
        <translation>ワイルドカードを引く(&amp;W)</translation>
    </message>
    <message>
        <source>Choose from {red|blue} and __name__ in all prompts at random, by a new seed</source>
        <translation>すべてのプロンプトの {red|blue} と __name__ を、新しいシードで普通のテキストにします</translation>
    </message>
    <message>
        <source>Re&amp;verse</source>
        <translation>逆順にする(&amp;V)</translation>
    </message>
    <message>
        <source>Go through the walk from its end to its start</source>
        <translation>ウォークを終わりから始まりへたどります</translation>
    </message>
    <message>
        <source>&amp;Shuffle prompts</source>
        <translation>プロンプトをシャッフル(&amp;S)</translation>
    </message>
    <message>
        <source>Put the prompts into another order; lengths and easings stay where they are</source>
        <translation>プロンプトの順序を変えます。長さとイージングはそのままです</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>複製(&amp;D)</translation>
    </message>
    <message>
        <source>Continue with a copy that has no file yet</source>
        <translation>まだファイルのないコピーで続けます</translation>
    </message>
    <message>
        <source>&amp;Keep version</source>
        <translation>バージョンを残す(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the walk as it is now, to come back to it or compare with it</source>
        <translation>今のウォークを残し、後で戻ったり比較したりできるようにします</translation>
    </message>
    <message>
        <source>&amp;Compare versions</source>
        <translation>バージョンを比較(&amp;C)</translation>
    </message>
    <message>
        <source>Show another version beside the walk</source>
        <translation>ウォークの横に別のバージョンを表示します</translation>
    </message>
    <message>
        <source>Compare by a &amp;line</source>
        <translation>境界線で比較(&amp;L)</translation>
    </message>
    <message>
        <source>One version over the other with a line that you can drag, or side by side</source>
        <translation>バージョンを重ねて境界線をドラッグするか、並べて表示します</translation>
    </message>
    <message>
        <source>&amp;Title…</source>
        <translation>タイトル(&amp;T)…</translation>
    </message>
    <message>
        <source>Give the walk a title</source>
        <translation>ウォークにタイトルを付けます</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>モデル(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose the model, or fetch one</source>
        <translation>モデルを選ぶか、取得します</translation>
    </message>
    <message>
        <source>Render what is missing, and continue after every edit until it is stopped</source>
        <translation>足りないフレームをレンダーし、停止するまで編集のたびに続けます</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop rendering, now and after edits; finished frames stay</source>
        <translation>レンダーを停止し、編集後も行いません。完成したフレームは残ります</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>ライブ(&amp;L)</translation>
    </message>
    <message>
        <source>Show a quick draft wherever the playhead goes</source>
        <translation>再生ヘッドのある場所に素早い下描きを表示します</translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation>選択範囲をレンダー(&amp;E)</translation>
    </message>
    <message>
        <source>Render only the frames that are selected: drag over them with Shift</source>
        <translation>選択したフレームだけをレンダーします。Shiftを押しながらドラッグして選択します</translation>
    </message>
    <message>
        <source>Add to &amp;queue…</source>
        <translation>キューに追加(&amp;Q)…</translation>
    </message>
    <message>
        <source>Add this walk to the queue, which renders and exports it in its turn</source>
        <translation>順番が来たらこのウォークをレンダーして書き出します</translation>
    </message>
    <message>
        <source>Sho&amp;w queue</source>
        <translation>キューを表示(&amp;W)</translation>
    </message>
    <message>
        <source>What is waiting, what is being made, and what has become of the rest</source>
        <translation>待機中のもの、作成中のもの、それ以外の結果</translation>
    </message>
    <message>
        <source>&amp;Try failed frames again</source>
        <translation>失敗したフレームを再試行(&amp;T)</translation>
    </message>
    <message>
        <source>Try again to render the frames that failed</source>
        <translation>レンダーできなかったフレームをもう一度レンダーします</translation>
    </message>
    <message>
        <source>&amp;Get the engine ready in advance</source>
        <translation>エンジンを前もって準備(&amp;G)</translation>
    </message>
    <message>
        <source>Load the model and compile while nothing is rendered yet</source>
        <translation>まだ何もレンダーしていない間に、モデルを読み込みコンパイルします</translation>
    </message>
    <message>
        <source>&amp;Unload the model</source>
        <translation>モデルをメモリーから降ろす(&amp;U)</translation>
    </message>
    <message>
        <source>Stop the engine and free its memory</source>
        <translation>エンジンを終了し、メモリーを解放します</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>再生または一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation>ウォークを再生します</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>逆再生(&amp;B)</translation>
    </message>
    <message>
        <source>Play backwards; again is faster</source>
        <translation>逆再生します。もう一度で速くなります</translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation>一時停止(&amp;A)</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>ここにとどまります</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>順再生(&amp;F)</translation>
    </message>
    <message>
        <source>Play forwards; again is faster</source>
        <translation>順再生します。もう一度で速くなります</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>遅く(&amp;W)</translation>
    </message>
    <message>
        <source>Play slower, down to a quarter of the speed</source>
        <translation>遅く再生します。最低は4分の1の速度です</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>速く(&amp;T)</translation>
    </message>
    <message>
        <source>Play faster, up to double speed</source>
        <translation>速く再生します。最高は2倍の速度です</translation>
    </message>
    <message>
        <source>Loop f&amp;rom here</source>
        <translation>ここからループ(&amp;R)</translation>
    </message>
    <message>
        <source>Loop from this frame on</source>
        <translation>このフレームから繰り返し再生します</translation>
    </message>
    <message>
        <source>Loop t&amp;o here</source>
        <translation>ここまでループ(&amp;O)</translation>
    </message>
    <message>
        <source>Loop up to this frame</source>
        <translation>このフレームまで繰り返し再生します</translation>
    </message>
    <message>
        <source>Clear loop ran&amp;ge</source>
        <translation>ループ範囲を解除(&amp;G)</translation>
    </message>
    <message>
        <source>Play the whole walk again</source>
        <translation>ウォーク全体を再生します</translation>
    </message>
    <message>
        <source>Pre&amp;vious frame</source>
        <translation>前のフレーム(&amp;V)</translation>
    </message>
    <message>
        <source>Go one frame back</source>
        <translation>1フレーム戻ります</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>次のフレーム(&amp;N)</translation>
    </message>
    <message>
        <source>Go one frame forward</source>
        <translation>1フレーム進みます</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>10フレーム戻る</translation>
    </message>
    <message>
        <source>Go ten frames back</source>
        <translation>10フレーム戻ります</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>10フレーム進む</translation>
    </message>
    <message>
        <source>Go ten frames forward</source>
        <translation>10フレーム進みます</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>最初のフレーム(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>最初のフレームに移動します</translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation>最後のフレーム(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>最後のフレームに移動します</translation>
    </message>
    <message>
        <source>&amp;Star this frame</source>
        <translation>このフレームに星を付ける(&amp;S)</translation>
    </message>
    <message>
        <source>Put a star on the frame under the playhead, or remove it</source>
        <translation>再生ヘッドのフレームに星を付けるか、外します</translation>
    </message>
    <message>
        <source>Previous star</source>
        <translation>前の星</translation>
    </message>
    <message>
        <source>Go back to the last frame with a star</source>
        <translation>前の星付きフレームに戻ります</translation>
    </message>
    <message>
        <source>Next star</source>
        <translation>次の星</translation>
    </message>
    <message>
        <source>Go on to the next frame with a star</source>
        <translation>次の星付きフレームに進みます</translation>
    </message>
    <message>
        <source>Only starre&amp;d</source>
        <translation>星付きのみ(&amp;D)</translation>
    </message>
    <message>
        <source>Play and step through starred frames only, each for a second</source>
        <translation>星付きのフレームだけを1秒ずつ再生し、移動します</translation>
    </message>
    <message>
        <source>Zoom timeline in</source>
        <translation>タイムラインを拡大</translation>
    </message>
    <message>
        <source>Zoom timeline out</source>
        <translation>タイムラインを縮小</translation>
    </message>
    <message>
        <source>Whole walk in the timeline</source>
        <translation>タイムラインに全体を表示</translation>
    </message>
    <message>
        <source>S&amp;mooth preview</source>
        <translation>滑らかなプレビュー(&amp;M)</translation>
    </message>
    <message>
        <source>Smooth pixels when zoomed in</source>
        <translation>拡大時にピクセルを滑らかにします</translation>
    </message>
    <message>
        <source>Onion s&amp;kin</source>
        <translation>オニオンスキン(&amp;K)</translation>
    </message>
    <message>
        <source>See the frames before and after through the picture</source>
        <translation>前後のフレームを画像に透かして表示します</translation>
    </message>
    <message>
        <source>&amp;Difference from the frame before</source>
        <translation>前のフレームとの差(&amp;D)</translation>
    </message>
    <message>
        <source>See only what has changed, brightened</source>
        <translation>変わった部分だけを明るくして表示します</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全画面(&amp;U)</translation>
    </message>
    <message>
        <source>Only the picture, on black; Escape leaves</source>
        <translation>黒地に画像だけを表示します。Escで終わります</translation>
    </message>
    <message>
        <source>&amp;Documentation…</source>
        <translation>ドキュメント(&amp;D)…</translation>
    </message>
    <message>
        <source>The documentation, searchable without a network</source>
        <translation>すべての説明書。ネットワークなしで検索できます</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>ツアー(&amp;T)</translation>
    </message>
    <message>
        <source>Where to write, to render, and to pick up the finished file</source>
        <translation>書く場所、レンダーする場所、完成したファイルを受け取る場所</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>All keys and what they do</source>
        <translation>キーボードでできることのすべて</translation>
    </message>
    <message>
        <source>&amp;Check this computer…</source>
        <translation>このコンピューターを確認(&amp;C)…</translation>
    </message>
    <message>
        <source>What it computes with, what is missing, and a report to copy</source>
        <translation>何で計算するか、何が足りないか、コピーできる報告</translation>
    </message>
    <message>
        <source>Collect a &amp;report…</source>
        <translation>報告をまとめる(&amp;R)…</translation>
    </message>
    <message>
        <source>For a bug report: versions, this computer and the latest logs</source>
        <translation>不具合を見つける手がかり：バージョン、このコンピューター、最近のログ</translation>
    </message>
    <message>
        <source>Show &amp;logs</source>
        <translation>ログを表示(&amp;L)</translation>
    </message>
    <message>
        <source>The folder with the logs of the app and the engine, for a bug report</source>
        <translation>アプリとエンジンが書いたもののフォルダー。報告に使います</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>ライセンス(&amp;I)…</translation>
    </message>
    <message>
        <source>The software that the app is made of, and its licences</source>
        <translation>このアプリが誰の成果を使い、どのような条件によるか</translation>
    </message>
    <message>
        <source>&amp;About sd3explorer</source>
        <translation>sd3explorerについて(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licence and what it is built on</source>
        <translation>バージョン、ライセンス、使用しているもの</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>アンバー</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>グリーン</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>ブルー</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>バイオレット</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>ローズ</translation>
    </message>
    <message>
        <source>Grey: no colour beside the picture</source>
        <translation>グレー：画像の横に色を置かない</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Accent</source>
        <translation>アクセント(&amp;A)</translation>
    </message>
    <message>
        <source>The colour of what is selected, or the next thing to do.</source>
        <translation>選択中のもの、または次の操作に使います。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>In windows that are opened from now on.</source>
        <translation>これから開くウィンドウに適用されます。</translation>
    </message>
</context>
<context>
    <name>BlendEditor</name>
    <message>
        <source>Earlier prompts</source>
        <translation>前のプロンプト</translation>
    </message>
    <message>
        <source>More prompts</source>
        <translation>他のプロンプト</translation>
    </message>
    <message>
        <source>{0} prompts, mixed along a route of {1} keyframes. The map shows and draws it.</source>
        <translation>{0}個のプロンプトを、{1}個のキーフレームのルートに沿って混ぜます。マップで表示し、描けます。</translation>
    </message>
    <message>
        <source>Prompt {0}</source>
        <translation>プロンプト {0}</translation>
    </message>
    <message>
        <source>edit what prompt {0} avoids</source>
        <translation>プロンプト {0} のネガティブを編集</translation>
    </message>
    <message>
        <source>edit prompt {0}</source>
        <translation>プロンプト {0} を編集</translation>
    </message>
    <message>
        <source>change picture {0}</source>
        <translation>画像 {0} を変更</translation>
    </message>
    <message>
        <source>remove picture {0}</source>
        <translation>画像 {0} を外す</translation>
    </message>
</context>
<context>
    <name>ChangeCurve</name>
    <message>
        <source>Change between frames</source>
        <translation>フレーム間の変化</translation>
    </message>
    <message>
        <source>How much the picture changes from frame to frame; flat is even motion</source>
        <translation>フレームごとに画像がどれだけ変わるか。平らなら動きは均等です</translation>
    </message>
    <message>
        <source>Bridge over a cut: frame {first} lies between one picture and the other</source>
        <translation>カットに架かるブリッジ：フレーム {first} は2つの画像の間にあります</translation>
    </message>
    <message>
        <source>Bridge over a cut: frames {first} to {last} melt from one picture into the other</source>
        <translation>カットに架かるブリッジ：フレーム {first} から {last} は一方の画像からもう一方へ溶け込みます</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Documentation</source>
        <translation>ドキュメント</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったファイルを開く(&amp;R)</translation>
    </message>
    <message>
        <source>{0} is gone, so it is no longer among the recent walks</source>
        <translation>{0} はなくなったため、最近のウォークから外しました</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>元に戻す(&amp;U)：{0}</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>やり直す(&amp;R)：{0}</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>逆順にする</translation>
    </message>
    <message>
        <source>Shuffle prompts</source>
        <translation>プロンプトをシャッフル</translation>
    </message>
    <message>
        <source>Another window can&apos;t be opened: Python can&apos;t be started again</source>
        <translation>別のウィンドウを開けません。Pythonをもう一度起動できません</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>キューを表示</translation>
    </message>
    <message>
        <source>{0} waits in the queue</source>
        <translation>{0} はキューで待機しています</translation>
    </message>
    <message>
        <source>{0} is waiting in the queue, which isn&apos;t started</source>
        <translation>{0} はキューで待機しています。キューは開始されていません</translation>
    </message>
    <message>
        <source>No program here opens folders; it is in {0}</source>
        <translation>フォルダーを開くプログラムがありません。場所は {0} です</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>{path} として保存しました</translation>
    </message>
    <message>
        <source>There is no log: {0} can&apos;t be written</source>
        <translation>ログがありません。{0} に書き込めません</translation>
    </message>
    <message>
        <source>No program here opens folders; the logs are in {0}</source>
        <translation>フォルダーを開くプログラムがありません。ログは {0} にあります</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>タイトルを変更</translation>
    </message>
</context>
<context>
    <name>ComputerDialog</name>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>確認結果</translation>
    </message>
    <message>
        <source>Report on this computer</source>
        <translation>このコンピューターの報告</translation>
    </message>
    <message>
        <source>The report appears here.</source>
        <translation>ここに報告が表示されます。</translation>
    </message>
    <message>
        <source>Parts that were checked</source>
        <translation>確認した項目</translation>
    </message>
    <message>
        <source>With the last &amp;logs</source>
        <translation>最近のログを含める(&amp;L)</translation>
    </message>
    <message>
        <source>With this &amp;walk and its prompts</source>
        <translation>このウォークとプロンプトを含める(&amp;W)</translation>
    </message>
    <message>
        <source>To report a fault, copy this. Prompts are in it only if you say so; your name is left out.</source>
        <translation>不具合の報告にはこれをコピーしてください。プロンプトは選んだ場合だけ含まれ、ユーザー名は除かれます。</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>再確認(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stops checking</source>
        <translation>確認を停止します</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the report to the clipboard</source>
        <translation>報告をクリップボードにコピーします</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>確認を停止しました。</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Looking for models…</source>
        <translation>モデルを探しています…</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Title of the walk:</source>
        <translation>ウォークのタイトル：</translation>
    </message>
    <message>
        <source>Render this much?</source>
        <translation>これほど多くレンダーしますか？</translation>
    </message>
    <message>
        <source>This walk needs a lot of space, and time.</source>
        <translation>このウォークには多くの容量と時間が必要です。</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>レンダー</translation>
    </message>
    <message>
        <source>{0} frames of {1} × {2} take up to {3} in the frame store.</source>
        <translation>{1} × {2} のフレーム {0} 枚は、保管庫で最大 {3} を使います。</translation>
    </message>
    <message>
        <source>{0} are free.</source>
        <translation>空き容量は {0} です。</translation>
    </message>
    <message>
        <source>Explore the latent space of Stable Diffusion 3.&lt;br&gt;Apache License 2.0. Built on KerasHub, Keras and Qt.</source>
        <translation>Stable Diffusion 3の潜在空間を探索します。&lt;br&gt;Apache License 2.0。KerasHub、Keras、Qtを使用しています。</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Untitled walk</source>
        <translation>無題のウォーク</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}から{1}</translation>
    </message>
    <message>
        <source>load changes from outside</source>
        <translation>外部の変更を読み込む</translation>
    </message>
</context>
<context>
    <name>DwellBox</name>
    <message>
        <source>Hold </source>
        <translation>保持 </translation>
    </message>
    <message>
        <source>For how many more frames this prompt is held before the way to the next</source>
        <translation>次へ進む前に、このプロンプトをあと何フレーム表示するか</translation>
    </message>
    <message>
        <source> frame</source>
        <translation> フレーム</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> フレーム</translation>
    </message>
</context>
<context>
    <name>Easing</name>
    <message>
        <source>Custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>リニア</translation>
    </message>
    <message>
        <source>Ease in</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>Ease out</source>
        <translation>減速</translation>
    </message>
    <message>
        <source>Ease in-out</source>
        <translation>加減速</translation>
    </message>
</context>
<context>
    <name>EnginesButton</name>
    <message>
        <source>Engines</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>&amp;Engines on other machines…</source>
        <translation>他のコンピューターのエンジン(&amp;E)…</translation>
    </message>
    <message>
        <source>{0} engines</source>
        <translation>エンジン{0}個</translation>
    </message>
    <message>
        <source>{0} · {1} given up</source>
        <translation>{0} · {1}個は中止</translation>
    </message>
</context>
<context>
    <name>EnginesPage</name>
    <message>
        <source>Engines on other machines</source>
        <translation>他のコンピューターのエンジン</translation>
    </message>
    <message>
        <source>Address of an engine</source>
        <translation>エンジンのアドレス</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>テスト(&amp;T)</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>追加(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>削除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>Machines that you reach by ssh without a password, with the same version of sd3explorer and the model of the walk. They render beside this one.</source>
        <translation>パスワードなしの ssh で接続でき、同じバージョンの sd3explorer とウォークのモデルがあるコンピューターです。このコンピューターと並行してレンダリングします。</translation>
    </message>
    <message>
        <source>Add an &amp;engine</source>
        <translation>エンジンを追加(&amp;E)</translation>
    </message>
    <message>
        <source>Checking what is there…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>コピーしています…</translation>
    </message>
    <message>
        <source>Copy the model</source>
        <translation>モデルをコピー</translation>
    </message>
    <message>
        <source>{0} will be copied to {1}. That may take hours.</source>
        <translation>{0} を {1} にコピーします。何時間もかかることがあります。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>no GPU, so its processor renders</source>
        <translation>GPU なし（プロセッサでレンダリング）</translation>
    </message>
    <message>
        <source>It works: sd3explorer {0} with {1}; {2}. Models: {3}</source>
        <translation>使用できます: sd3explorer {0}、{1}、{2}。モデル: {3}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>It lacks {0}; {1}</source>
        <translation>そこには {0} がありません。{1}</translation>
    </message>
    <message>
        <source>It has all that this walk needs.</source>
        <translation>このウォークに必要なものはすべてあります。</translation>
    </message>
    <message>
        <source>&amp;Copy {0} there ({1})</source>
        <translation>{0} をそこへコピー ({1})(&amp;C)</translation>
    </message>
    <message>
        <source>Copying: {0} of {1}</source>
        <translation>コピー中: {0} / {1}</translation>
    </message>
    <message>
        <source>Copied. Checking what is there…</source>
        <translation>コピーしました。何があるか調べています…</translation>
    </message>
</context>
<context>
    <name>EnginesPanel</name>
    <message>
        <source>Not started</source>
        <translation>未起動</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>レンダー中</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>モデルを読み込み中</translation>
    </message>
    <message>
        <source>Compiling</source>
        <translation>コンパイル中</translation>
    </message>
    <message>
        <source>{0} frames/min</source>
        <translation>{0}フレーム/分</translation>
    </message>
</context>
<context>
    <name>ExamplesDialog</name>
    <message>
        <source>New walk</source>
        <translation>新しいウォーク</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新規(&amp;N)</translation>
    </message>
    <message>
        <source>Example walks</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Empty walk</source>
        <translation>空のウォーク</translation>
    </message>
    <message>
        <source>needs {0}</source>
        <translation>{0}が必要</translation>
    </message>
    <message>
        <source>Two prompts to write, and the way between them in {0} frames.</source>
        <translation>書き込む2つのプロンプトと、その間の{0}フレーム。</translation>
    </message>
    <message>
        <source>Needs the model {0}, which has to be fetched once.</source>
        <translation>モデル {0} が必要です。一度取得します。</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Looking up frames…</source>
        <translation>フレームを調べています…</translation>
    </message>
    <message>
        <source>the folder follows when all are done</source>
        <translation>すべて完成するとフォルダーができます</translation>
    </message>
    <message>
        <source>the {format} follows when all are done</source>
        <translation>すべて完成すると{format}ができます</translation>
    </message>
    <message>
        <source>{done} of 1 frame; {follows}</source>
        <translation>1フレーム中{done}。{follows}</translation>
    </message>
    <message>
        <source>{done} of {total} frames; {follows}</source>
        <translation>{total}フレーム中{done}。{follows}</translation>
    </message>
    <message>
        <source>{name} was not saved: the walk has changed; save it when all frames are done</source>
        <translation>{name} は保存されませんでした。ウォークが変わりました。全フレームの完成後に保存してください</translation>
    </message>
    <message>
        <source>{name} copied</source>
        <translation>{name} をコピーしました</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Save as</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Export this much?</source>
        <translation>これほど多く書き出しますか？</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>A folder for the frames</source>
        <translation>フレームのフォルダー</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>ここに保存</translation>
    </message>
    <message>
        <source>All frames must be rendered first</source>
        <translation>先にすべてのフレームをレンダーする必要があります</translation>
    </message>
    <message>
        <source>{done} of {total} are done</source>
        <translation>{total}のうち{done}が完成</translation>
    </message>
    <message>
        <source>Save the file where you want it</source>
        <translation>ファイルを好きな場所に保存します</translation>
    </message>
    <message>
        <source>Copy the file, to paste it into a folder or a chat</source>
        <translation>ファイルをコピーし、フォルダーやチャットに貼り付けます</translation>
    </message>
    <message>
        <source>Save one picture of all frames</source>
        <translation>すべてのフレームを1枚の画像に保存します</translation>
    </message>
    <message>
        <source>{format} plays {asked} as {played} fps</source>
        <translation>{format}は{asked}を{played} fpsで再生します</translation>
    </message>
    <message>
        <source>{name} can&apos;t be dragged yet: {reason}</source>
        <translation>{name} はまだドラッグできません：{reason}</translation>
    </message>
    <message>
        <source>{name} is still being made; drag it when it is ready</source>
        <translation>{name} を作成中です。準備できたらドラッグしてください</translation>
    </message>
    <message>
        <source>{name} isn&apos;t made yet: press the button on it</source>
        <translation>{name} はまだ作られていません。上のボタンで作成します</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>{path} として保存しました</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save contact sheet…</source>
        <translation>コンタクトシートを保存…</translation>
    </message>
    <message>
        <source>Export options…</source>
        <translation>書き出しオプション…</translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation>サイズや品質などを、ファイルのプレビューを見ながら設定します</translation>
    </message>
    <message>
        <source>Include the walk in the file</source>
        <translation>ファイルにウォークを含める</translation>
    </message>
    <message>
        <source>Anyone who opens such a file here gets the walk, with its prompts</source>
        <translation>そのファイルをここで開く人は、プロンプトを含むウォークを得ます</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation>ウォークをどの種類のファイルにするか</translation>
    </message>
    <message>
        <source>EXPORT</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>形式(&amp;M)</translation>
    </message>
    <message>
        <source>Export options</source>
        <translation>書き出しオプション</translation>
    </message>
    <message>
        <source>Single frames and contact sheet</source>
        <translation>単一フレームとコンタクトシート</translation>
    </message>
    <message>
        <source>More ways to export</source>
        <translation>その他の書き出し</translation>
    </message>
    <message>
        <source>“{name}” is still being saved.</source>
        <translation>「{name}」はまだ保存中です。</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>終了しますか？</translation>
    </message>
    <message>
        <source>If you quit now, there will be no such file.</source>
        <translation>今終了すると、このファイルはできません。</translation>
    </message>
    <message>
        <source>Quit when it is saved</source>
        <translation>保存後に終了</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>今すぐ終了</translation>
    </message>
</context>
<context>
    <name>ExportSize</name>
    <message>
        <source>{0} frames of {1} × {2}: {3} of pixels</source>
        <translation>{1} × {2}の{0}フレーム：ピクセルで{3}</translation>
    </message>
    <message>
        <source>{0}, {1} are free</source>
        <translation>{0}、空き{1}</translation>
    </message>
</context>
<context>
    <name>ExportTile</name>
    <message>
        <source>Progress of the export</source>
        <translation>書き出しの進行</translation>
    </message>
    <message>
        <source>Stop making this file</source>
        <translation>このファイルの作成を停止します</translation>
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
        <translation>{n}回目 · {percent}</translation>
    </message>
    <message>
        <source>finishing…</source>
        <translation>仕上げ中…</translation>
    </message>
    <message>
        <source>{frames} · {pixels} · {size} · drag me out</source>
        <translation>{frames} · {pixels} · {size} · ドラッグで取り出し</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Drag it into a folder, a browser or a chat. Return saves it, Ctrl+C copies it.</source>
        <translation>フォルダー、ブラウザー、チャットにドラッグします。Enterで保存、Ctrl+Cでコピーします。</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>1 frame</source>
        <translation>1フレーム</translation>
    </message>
    <message>
        <source>{n} frames</source>
        <translation>{n}フレーム</translation>
    </message>
</context>
<context>
    <name>FetchRow</name>
    <message>
        <source>Fetching</source>
        <translation>取得</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stops fetching; what has arrived is kept</source>
        <translation>取得を停止します。届いた分は残ります</translation>
    </message>
    <message>
        <source>Fetching {0}: {1}</source>
        <translation>{0}を取得中：{1}</translation>
    </message>
</context>
<context>
    <name>FileLock</name>
    <message>
        <source>another window</source>
        <translation>別のウィンドウ</translation>
    </message>
    <message>
        <source>a window on {0}</source>
        <translation>{0}のウィンドウ</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Unsaved changes of “{0}” are back.</source>
        <translation>「{0}」の未保存の変更を復元しました。</translation>
    </message>
    <message>
        <source>Open a walk</source>
        <translation>ウォークを開く</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>ウォークを保存</translation>
    </message>
    <message>
        <source>Save the walk?</source>
        <translation>ウォークを保存しますか？</translation>
    </message>
    <message>
        <source>“{0}” has changes that are not saved.</source>
        <translation>「{0}」に保存していない変更があります。</translation>
    </message>
    <message>
        <source>Rendered frames are kept either way.</source>
        <translation>レンダー済みのフレームはどちらでも残ります。</translation>
    </message>
    <message>
        <source>The app ended unexpectedly. Unsaved changes of “{0}” were kept.</source>
        <translation>アプリが予期せず終了しました。「{0}」の保存していない変更は残っています。</translation>
    </message>
    <message>
        <source>Untitled walk</source>
        <translation>無題のウォーク</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Unsaved changes from last time can&apos;t be read; they are kept in {0}</source>
        <translation>前回の保存していない変更を読み込めません。{0} に残っています</translation>
    </message>
    <message>
        <source>{0} is open in {1}; this is a copy of it.</source>
        <translation>{0} は{1}で開かれています。これはそのコピーです。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>{0} was changed by another program, so it wasn&apos;t saved. Your edits are kept.</source>
        <translation>{0} は他のプログラムに変更されたため、保存されませんでした。編集内容は残っています。</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>上書き</translation>
    </message>
    <message>
        <source>Load its changes</source>
        <translation>その変更を読み込む</translation>
    </message>
    <message>
        <source>{0} is open in another window ({1}); save under another name.</source>
        <translation>{0} は別のウィンドウ ({1}) で開かれています。別の名前で保存してください。</translation>
    </message>
    <message>
        <source>Walks, exported files and lists of prompts ({0})</source>
        <translation>ウォーク、書き出したファイル、プロンプトの一覧 ({0})</translation>
    </message>
    <message>
        <source>Lists of prompts ({0})</source>
        <translation>プロンプトの一覧 ({0})</translation>
    </message>
    <message>
        <source>Walks (*{0})</source>
        <translation>ウォーク (*{0})</translation>
    </message>
</context>
<context>
    <name>FilmModel</name>
    <message>
        <source>Frames {first} to {last}: {done} of {count} rendered</source>
        <translation>フレーム {first} から {last}：{count} のうち {done} をレンダー済み</translation>
    </message>
    <message>
        <source>Frame {number}, on a bridge over a cut: {state}</source>
        <translation>フレーム {number}、カットのブリッジ上：{state}</translation>
    </message>
    <message>
        <source>Frame {number}: {state}</source>
        <translation>フレーム {number}：{state}</translation>
    </message>
    <message>
        <source>{text}, starred</source>
        <translation>{text}、星付き</translation>
    </message>
    <message>
        <source>not rendered</source>
        <translation>未レンダー</translation>
    </message>
    <message>
        <source>waiting to be rendered</source>
        <translation>レンダー待ち</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>下描き</translation>
    </message>
    <message>
        <source>rendered</source>
        <translation>レンダー済み</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Frames</source>
        <translation>フレーム</translation>
    </message>
</context>
<context>
    <name>FoldersHint</name>
    <message>
        <source>No&amp;t now</source>
        <translation>今はしない(&amp;T)</translation>
    </message>
    <message>
        <source>Not everything was searched, as there are too many files. Add the folders that have models.</source>
        <translation>ファイルが多すぎるため、すべては調べていません。モデルのあるフォルダーを追加してください。</translation>
    </message>
    <message>
        <source>No folder of ComfyUI, A1111 or Forge was found in the usual places. If you have models, add their folder, or drop it or a file here.</source>
        <translation>ComfyUI、A1111、Forgeのフォルダーが通常の場所にありません。モデルがあれば、そのフォルダーを追加するか、フォルダーやファイルをここにドロップしてください。</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Animated GIF</source>
        <translation>アニメーションGIF</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>アニメーションWebP</translation>
    </message>
    <message>
        <source>Animated AVIF</source>
        <translation>アニメーションAVIF</translation>
    </message>
    <message>
        <source>Animated PNG</source>
        <translation>アニメーションPNG</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4動画</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>WebM動画</translation>
    </message>
    <message>
        <source>Contact sheet PNG</source>
        <translation>コンタクトシートPNG</translation>
    </message>
    <message>
        <source>Contact sheet JPG</source>
        <translation>コンタクトシートJPG</translation>
    </message>
    <message>
        <source>PNG frames</source>
        <translation>PNGフレーム</translation>
    </message>
</context>
<context>
    <name>FrameActions</name>
    <message>
        <source>Save this frame…</source>
        <translation>このフレームを保存…</translation>
    </message>
    <message>
        <source>Copy this frame</source>
        <translation>このフレームをコピー</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Frame {number} copied</source>
        <translation>フレーム {number} をコピーしました</translation>
    </message>
</context>
<context>
    <name>Frames</name>
    <message>
        <source>{0} is not on this machine; Walk › Models fetches it, or chooses another one</source>
        <translation>{0} はこのコンピューターにありません。ウォーク › モデルで取得するか、別のものを選べます</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>Frame {0}</source>
        <translation>フレーム {0}</translation>
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
        <translation>上のプロンプトから下のプロンプトへの画像の行</translation>
    </message>
    <message>
        <source>Columns of pictures, from the left prompts to the right ones</source>
        <translation>左のプロンプトから右のプロンプトへの画像の列</translation>
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
        <translation>{corner}のプロンプトのネガティブを編集</translation>
    </message>
    <message>
        <source>edit {corner} prompt</source>
        <translation>{corner}のプロンプトを編集</translation>
    </message>
    <message>
        <source>change rows</source>
        <translation>行を変更</translation>
    </message>
    <message>
        <source>change columns</source>
        <translation>列を変更</translation>
    </message>
</context>
<context>
    <name>GuidedSteps</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>中間のみ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>〜</translation>
    </message>
    <message>
        <source>Without guidance no step is guided</source>
        <translation>ガイダンスがなければ、どのステップもガイドされません</translation>
    </message>
    <message>
        <source>{0} of {1} steps guided: {2} % less work</source>
        <translation>{1}ステップ中{0}をガイド：計算が{2} %減少</translation>
    </message>
    <message>
        <source>guided steps</source>
        <translation>ガイドするステップ</translation>
    </message>
    <message>
        <source>lowest guided noise level</source>
        <translation>ガイドする最低ノイズレベル</translation>
    </message>
    <message>
        <source>highest guided noise level</source>
        <translation>ガイドする最高ノイズレベル</translation>
    </message>
    <message>
        <source>Guidance doubles the work of a step. Only in the middle, at the noise levels where it matters most, it takes less time and looks about as good</source>
        <translation>ガイダンスは1ステップの計算を倍にします。最も重要な中間のノイズレベルだけにすると、時間を節約でき、見た目もほぼ同じです</translation>
    </message>
    <message>
        <source>Gui&amp;ded steps</source>
        <translation>ガイド範囲(&amp;D)</translation>
    </message>
    <message>
        <source>Guided steps</source>
        <translation>ガイド範囲</translation>
    </message>
    <message>
        <source>Noise &amp;levels</source>
        <translation>ノイズレベル(&amp;L)</translation>
    </message>
    <message>
        <source>Lowest guided noise level</source>
        <translation>ガイドする最低ノイズレベル</translation>
    </message>
    <message>
        <source>Highest guided noise level</source>
        <translation>ガイドする最高ノイズレベル</translation>
    </message>
    <message>
        <source>From 0, the finished picture, to 1, pure noise</source>
        <translation>0(完成した画像)から1(純粋なノイズ)まで</translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>Drag to another place (Alt+Up, Alt+Down)</source>
        <translation>別の場所へドラッグ(Alt+上、Alt+下)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Untitled walk</source>
        <translation>無題のウォーク</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Search titles and prompts</source>
        <translation>タイトルとプロンプトを検索</translation>
    </message>
    <message>
        <source>What was rendered</source>
        <translation>レンダーしたもの</translation>
    </message>
    <message>
        <source>&amp;Keep a history</source>
        <translation>履歴を残す(&amp;K)</translation>
    </message>
    <message>
        <source>Records hold prompts, in a folder that only you can read</source>
        <translation>記録にはプロンプトが含まれます。自分だけが読めるフォルダーにあります</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘れる(&amp;F)</translation>
    </message>
    <message>
        <source>Remove this record; its frames stay in the frame store (Delete)</source>
        <translation>この記録を削除します。フレームは保管庫に残ります (Delete)</translation>
    </message>
    <message>
        <source>&amp;Clear…</source>
        <translation>消去(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>Return or a double click opens the walk as a new document</source>
        <translation>Enterかダブルクリックで、ウォークを新しい文書として開きます</translation>
    </message>
    <message>
        <source>Nothing that was rendered matches</source>
        <translation>その言葉を含むものはありません</translation>
    </message>
    <message>
        <source>Nothing yet: what you render from now on appears here, as long as its frames are kept</source>
        <translation>まだ何もありません。これからレンダーするものが、フレームの残る間ここに表示されます</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>記録していません</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>履歴を消去しますか？</translation>
    </message>
    <message>
        <source>All records are removed, which can&apos;t be undone.</source>
        <translation>すべての記録が削除され、元に戻せません。</translation>
    </message>
    <message>
        <source>Frames and walk files stay.</source>
        <translation>フレームとウォークファイルは残ります。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>seed {0}</source>
        <translation>シード {0}</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1フレーム</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>{0}フレーム</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0}ステップ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
</context>
<context>
    <name>HubRow</name>
    <message>
        <source>&lt;a href=&quot;{0}&quot;&gt;Make a token&lt;/a&gt;</source>
        <translation>&lt;a href=&quot;{0}&quot;&gt;トークンを作成&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Token of {0}</source>
        <translation>{0}のトークン</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Sign in to {0}</source>
        <translation>{0}にサインイン</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>{0}に問い合わせ中…</translation>
    </message>
    <message>
        <source>The environment variable {0} is set, and comes before what is entered here.</source>
        <translation>環境変数 {0} が設定されており、ここでの入力より優先されます。</translation>
    </message>
    <message>
        <source>A token is kept in {0}. A new one replaces it.</source>
        <translation>トークンは {0} にあります。新しいものに置き換わります。</translation>
    </message>
    <message>
        <source>No token yet.</source>
        <translation>まだトークンがありません。</translation>
    </message>
    <message>
        <source>Signed in as {0}; the token is kept in {1}.</source>
        <translation>{0} としてサインインしました。トークンは {1} にあります。</translation>
    </message>
    <message>
        <source>API token, or all that is in kaggle.json</source>
        <translation>APIトークン、またはkaggle.jsonの全内容</translation>
    </message>
    <message>
        <source>Access token, hf_…</source>
        <translation>アクセストークン、hf_…</translation>
    </message>
</context>
<context>
    <name>KeyframeCard</name>
    <message>
        <source>Prompt {number}</source>
        <translation>プロンプト {number}</translation>
    </message>
    <message>
        <source>frame {number}</source>
        <translation>フレーム {number}</translation>
    </message>
    <message>
        <source>More for prompt {number}</source>
        <translation>プロンプト {number} のその他の操作</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete (a morph needs two prompts)</source>
        <translation>削除(モーフには2つのプロンプトが必要)</translation>
    </message>
    <message>
        <source>Hold prompt {number}</source>
        <translation>プロンプト {number} を保持</translation>
    </message>
    <message>
        <source>Hold for some frames</source>
        <translation>数フレーム保持</translation>
    </message>
    <message>
        <source>Own seed</source>
        <translation>個別のシード</translation>
    </message>
    <message>
        <source>Own guidance</source>
        <translation>個別のガイダンス</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
</context>
<context>
    <name>KeyframeList</name>
    <message>
        <source>{count} earlier prompts</source>
        <translation>前の{count}個のプロンプト</translation>
    </message>
    <message>
        <source>{count} more prompts</source>
        <translation>他の{count}個のプロンプト</translation>
    </message>
</context>
<context>
    <name>KeyframeTrack</name>
    <message>
        <source>Keyframes</source>
        <translation>キーフレーム</translation>
    </message>
    <message>
        <source>&amp;Delete keyframe</source>
        <translation>キーフレームを削除(&amp;D)</translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation>キーフレームを移動</translation>
    </message>
    <message>
        <source>A walk needs two keyframes</source>
        <translation>ウォークには2つのキーフレームが必要です</translation>
    </message>
    <message>
        <source>Delete keyframe</source>
        <translation>キーフレームを削除</translation>
    </message>
    <message>
        <source>Keyframe {number} of {count}, frame {frame}: {prompt}</source>
        <translation>キーフレーム {number} / {count}、フレーム {frame}：{prompt}</translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation>プロンプトなし</translation>
    </message>
</context>
<context>
    <name>LoopRows</name>
    <message>
        <source>Once</source>
        <translation>1回</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往復</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation>最後のフレームの後に再生がどうなるか</translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation>終わり方(&amp;N)</translation>
    </message>
    <message>
        <source>Lead back to the start</source>
        <translation>始めに戻る</translation>
    </message>
    <message>
        <source>After the last prompt and seed come the first ones again, so that a loop has no jump</source>
        <translation>最後のプロンプトとシードのあと最初のものに続き、ループが途切れません</translation>
    </message>
    <message>
        <source>A walk loops without a jump where it leads back to its start, and its noise is fixed, an orbit, or leads back too</source>
        <translation>ウォークが始めに戻り、ノイズが固定か周回か同じく戻るとき、途切れずにループします</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>終わり方</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0}を変更</translation>
    </message>
    <message>
        <source>lead back to the start</source>
        <translation>始めに戻る</translation>
    </message>
    <message>
        <source>end at the last prompt or seed</source>
        <translation>最後のプロンプトかシードで終わる</translation>
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
        <translation>LoRAを追加…</translation>
    </message>
    <message>
        <source>Add a small change to the model; or drop its file on the window</source>
        <translation>モデルに小さな変更を加えます。ファイルをウィンドウにドロップしてもかまいません</translation>
    </message>
    <message>
        <source>Vary along the path</source>
        <translation>パスに沿って変える</translation>
    </message>
    <message>
        <source>Each prompt has its own strengths, and frames go from one to the next</source>
        <translation>プロンプトごとに強さを持ち、フレームはその間を移ります</translation>
    </message>
    <message>
        <source>Change LoRA strength</source>
        <translation>LoRAの強さを変更</translation>
    </message>
    <message>
        <source>Remove LoRA</source>
        <translation>LoRAを外す</translation>
    </message>
    <message>
        <source>Vary LoRAs along the path</source>
        <translation>LoRAをパスに沿って変える</translation>
    </message>
    <message>
        <source>Keep LoRAs along the path</source>
        <translation>LoRAをパスに沿って一定にする</translation>
    </message>
    <message>
        <source>Choose the file of a LoRA</source>
        <translation>LoRAのファイルを選択</translation>
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
        <translation>このLoRAの量。0はなし、0より下は逆方向です</translation>
    </message>
    <message>
        <source>Strength of LoRA {0}: {1}</source>
        <translation>LoRA {0} の強さ：{1}</translation>
    </message>
    <message>
        <source>Remove LoRA {0}: {1}</source>
        <translation>LoRA {0} を外す：{1}</translation>
    </message>
    <message>
        <source>changes {0} modules</source>
        <translation>{0}個のモジュールを変更</translation>
    </message>
    <message>
        <source>{0} of {1} modules are in this model</source>
        <translation>{1}個中{0}個のモジュールがこのモデルにあります</translation>
    </message>
</context>
<context>
    <name>LoraStrengths</name>
    <message>
        <source>Strength of {0} at prompt {1}</source>
        <translation>プロンプト {1} での{0}の強さ</translation>
    </message>
    <message>
        <source>How much of this LoRA is shown at this prompt</source>
        <translation>このプロンプトでこのLoRAをどれだけ見せるか</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong in the app itself. Your walk and its frames are kept.</source>
        <translation>アプリ自体に問題が起きました。ウォークとフレームは残っています。</translation>
    </message>
    <message>
        <source>Only starre&amp;d ({0} of {1} stars are on a frame now)</source>
        <translation>星付きのみ({1}個中{0}個の星が今フレームにあります)(&amp;D)</translation>
    </message>
    <message>
        <source>Only starre&amp;d</source>
        <translation>星付きのみ(&amp;D)</translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation>このウォークはレンダーできません</translation>
    </message>
    <message>
        <source>{0} is not on this machine</source>
        <translation>{0} はこのコンピューターにありません</translation>
    </message>
    <message>
        <source>Render s&amp;election ({0} frames)</source>
        <translation>選択範囲をレンダー({0}フレーム)(&amp;E)</translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation>選択範囲をレンダー(&amp;E)</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>モデル…</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>モデルを変更</translation>
    </message>
    <message>
        <source>{0} has its own steps, guidance and size; Undo brings the previous ones back.</source>
        <translation>{0}には独自のステップ、ガイダンス、サイズがあります。元に戻すと前の設定に戻ります。</translation>
    </message>
    <message>
        <source>Of {0} files only {1} was opened: a window has one walk.</source>
        <translation>{0} 個のファイルのうち {1} だけを開きました。ウィンドウには 1 つのウォークしかありません。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be opened here: drop a walk, a picture or video that carries one, a list of prompts, a model or a LoRA</source>
        <translation>{0} はここでは開けません。ウォーク、ウォークを含む画像や動画、プロンプトの一覧、モデル、LoRAをドロップしてください</translation>
    </message>
    <message>
        <source>A model takes at most {0} LoRAs</source>
        <translation>モデルに使えるLoRAは最大{0}個です</translation>
    </message>
    <message>
        <source>Add LoRA</source>
        <translation>LoRAを追加</translation>
    </message>
    <message>
        <source>{0} is on another machine ({1}): copy it to this one, and open the copy.</source>
        <translation>{0} は別のコンピューター ({1}) にあります。こちらにコピーし、そのコピーを開いてください。</translation>
    </message>
</context>
<context>
    <name>Maker</name>
    <message>
        <source>The file could not be made ready: {reason}; free some space</source>
        <translation>ファイルを準備できませんでした：{reason}。空き容量を増やしてください</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{0} · picture</source>
        <translation>{0} · 画像</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>{0} · seed {1}</source>
        <translation>{0} · シード {1}</translation>
    </message>
</context>
<context>
    <name>MapAside</name>
    <message>
        <source>Step &amp;back</source>
        <translation>一つ戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Clear route</source>
        <translation>ルートを消去(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Lead back to its start</source>
        <translation>始まりに戻る(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Walk along it</source>
        <translation>これをたどる(&amp;W)</translation>
    </message>
    <message>
        <source>The route becomes the walk&apos;s path; Undo brings the previous one back</source>
        <translation>ルートがウォークのパスになります。元に戻すと前のパスに戻ります</translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>Walk along a route</source>
        <translation>ルートをたどる</translation>
    </message>
    <message>
        <source>The walk follows it now: render it, or undo to get its previous path back</source>
        <translation>ウォークはこのルートをたどります。レンダーするか、元に戻すと前のパスに戻ります</translation>
    </message>
    <message>
        <source>Picture for the map</source>
        <translation>マップ用の画像</translation>
    </message>
    <message>
        <source>That is already on the map</source>
        <translation>すでにマップにあります</translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures</source>
        <translation>ウォークの画像は最大{0}枚です</translation>
    </message>
    <message>
        <source>Pins are on a circle: {0}</source>
        <translation>ピンは円周上にあります：{0}</translation>
    </message>
    <message>
        <source>Add prompts or pictures: between two or more of them there is something to find</source>
        <translation>プロンプトや画像を追加してください。2つ以上あれば、その間に何かが見つかります</translation>
    </message>
    <message>
        <source>The map is full: there is room for {0} pins</source>
        <translation>マップがいっぱいです。置けるピンは{0}個です</translation>
    </message>
    <message>
        <source>Finding out how far apart the prompts are…</source>
        <translation>プロンプト同士の距離を調べています…</translation>
    </message>
    <message>
        <source>Draw on, or click to continue the route straight; Backspace takes it back</source>
        <translation>描き続けるか、クリックで直線を延ばします。Backspaceで取り消します</translation>
    </message>
    <message>
        <source>Move over the map to look around · drag to draw a route · click pins to go through them</source>
        <translation>マップ上を動かして見て回る · ドラッグでルートを描く · ピンをクリックして通る</translation>
    </message>
    <message>
        <source>Move over the map to see what is mixed there</source>
        <translation>マップ上を動かすと、そこで混ざる画像がここに表示されます</translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message>
        <source>Picture of the place</source>
        <translation>その場所の画像</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>下描き</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>メッセージの詳細</translation>
    </message>
</context>
<context>
    <name>MixField</name>
    <message>
        <source>This picture lay between prompts, and stays as it was</source>
        <translation>この画像はプロンプトの間にあり、そのまま残ります</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>プロンプトを書く</translation>
    </message>
    <message>
        <source>Take the words of the nearer prompt instead, to change them</source>
        <translation>代わりに近い方のプロンプトの言葉を使い、書き換えます</translation>
    </message>
    <message>
        <source>Write prompt {number}</source>
        <translation>プロンプト {number} を書く</translation>
    </message>
</context>
<context>
    <name>ModelTexts</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリー</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>being copied…</source>
        <translation>コピー中…</translation>
    </message>
    <message>
        <source>lacks {0}</source>
        <translation>{0}がありません</translation>
    </message>
    <message>
        <source>can&apos;t be used</source>
        <translation>使用不可</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>in use, not here yet</source>
        <translation>使用中、まだありません</translation>
    </message>
    <message>
        <source>can be fetched</source>
        <translation>取得可能</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>It is still being copied or fetched, and is checked again when it is complete.</source>
        <translation>コピーまたは取得の途中です。完了したらもう一度調べます。</translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation>場所：{0}</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>ライセンス：{0}</translation>
    </message>
    <message>
        <source>{0} has {1}, of which {2} are free</source>
        <translation>{0}：{1}、うち空き {2}</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Needs about {0} of memory; {1}.</source>
        <translation>約{0}のメモリーが必要です。{1}。</translation>
    </message>
    <message>
        <source>It may not load.</source>
        <translation>読み込めない可能性があります。</translation>
    </message>
    <message>
        <source>asking the hub…</source>
        <translation>ハブに問い合わせ中…</translation>
    </message>
    <message>
        <source>{0} of about {1}</source>
        <translation>{0} / 約{1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/秒</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>残り{0}</translation>
    </message>
    <message>
        <source>{0} of {1} GB</source>
        <translation>{0} / {1} GB</translation>
    </message>
    <message>
        <source>the model&apos;s page</source>
        <translation>モデルのページ</translation>
    </message>
    <message>
        <source>Before the first fetch, accept its licence on {0} with an account on {1}, and enter a token of that account under &lt;i&gt;Accounts&lt;/i&gt;.</source>
        <translation>初めて取得する前に、{1}のアカウントで{0}でライセンスに同意し、&lt;i&gt;アカウント&lt;/i&gt;にそのトークンを入力してください。</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Renders the walk with this model</source>
        <translation>このモデルでウォークをレンダーします</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>取得(&amp;F)</translation>
    </message>
    <message>
        <source>Downloads this model, or continues a download</source>
        <translation>このモデルをダウンロードするか、続きを行います</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>フォルダーを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Choose a folder with models</source>
        <translation>モデルのフォルダーを選択</translation>
    </message>
    <message>
        <source>Adds a folder of ComfyUI, A1111 or Forge, or any other with models in it</source>
        <translation>ComfyUI、A1111、Forgeのフォルダー、またはモデルの入った他のフォルダーを追加します</translation>
    </message>
    <message>
        <source>Add a fi&amp;le…</source>
        <translation>ファイルを追加(&amp;L)…</translation>
    </message>
    <message>
        <source>Adds a model that is one file</source>
        <translation>1つのファイルのモデルを追加します</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>一覧から外す(&amp;R)</translation>
    </message>
    <message>
        <source>A&amp;ccounts…</source>
        <translation>アカウント(&amp;C)…</translation>
    </message>
    <message>
        <source>Tokens for Kaggle and Hugging Face</source>
        <translation>KaggleとHugging Faceのトークン</translation>
    </message>
    <message>
        <source>U&amp;nload</source>
        <translation>メモリーから降ろす(&amp;N)</translation>
    </message>
    <message>
        <source>Stops the engine and frees its memory</source>
        <translation>エンジンを終了し、メモリーを解放します</translation>
    </message>
    <message>
        <source>Show one that can&apos;t be used</source>
        <translation>使えない1つを表示</translation>
    </message>
    <message>
        <source>Show {0} that can&apos;t be used</source>
        <translation>使えない{0}個を表示</translation>
    </message>
    <message>
        <source>Takes {0} off the list; its files stay</source>
        <translation>{0}を一覧から外します。ファイルは残ります</translation>
    </message>
    <message>
        <source>Choose the file of a model</source>
        <translation>モデルのファイルを選択</translation>
    </message>
</context>
<context>
    <name>ModelsView</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
</context>
<context>
    <name>MorphEditor</name>
    <message>
        <source>Add prompt</source>
        <translation>プロンプトを追加</translation>
    </message>
    <message>
        <source>add prompt</source>
        <translation>プロンプトを追加</translation>
    </message>
    <message>
        <source>duplicate prompt {number}</source>
        <translation>プロンプト {number} を複製</translation>
    </message>
    <message>
        <source>delete prompt {number}</source>
        <translation>プロンプト {number} を削除</translation>
    </message>
    <message>
        <source>move keyframe</source>
        <translation>キーフレームを移動</translation>
    </message>
    <message>
        <source>edit prompt {number}</source>
        <translation>プロンプト {number} を編集</translation>
    </message>
    <message>
        <source>edit what prompt {number} avoids</source>
        <translation>プロンプト {number} のネガティブを編集</translation>
    </message>
    <message>
        <source>hold prompt {number}</source>
        <translation>プロンプト {number} を保持</translation>
    </message>
    <message>
        <source>LoRA strength at prompt {number}</source>
        <translation>プロンプト {number} のLoRAの強さ</translation>
    </message>
    <message>
        <source>seed of prompt {number}</source>
        <translation>プロンプト {number} のシード</translation>
    </message>
    <message>
        <source>guidance at prompt {number}</source>
        <translation>プロンプト {number} のガイダンス</translation>
    </message>
    <message>
        <source>picture of prompt {number}</source>
        <translation>プロンプト {number} の画像</translation>
    </message>
    <message>
        <source>write prompt {number}</source>
        <translation>プロンプト {number} を書く</translation>
    </message>
    <message>
        <source>easing</source>
        <translation>イージング</translation>
    </message>
    <message>
        <source>change length</source>
        <translation>長さを変更</translation>
    </message>
</context>
<context>
    <name>MotionBar</name>
    <message>
        <source>Even</source>
        <translation>均等</translation>
    </message>
    <message>
        <source>Even motion</source>
        <translation>均等な動き</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>ブリッジ</translation>
    </message>
    <message>
        <source>Bridges over cuts</source>
        <translation>カットに架かるブリッジ</translation>
    </message>
    <message>
        <source>Places frames so that the picture changes by the same amount each time</source>
        <translation>画像が毎回同じだけ変わる位置にフレームを置きます</translation>
    </message>
    <message>
        <source>Lets the picture melt where it would jump or nearly so; otherwise hard cuts stay</source>
        <translation>画像が飛ぶところ、またはそれに近いところを溶け込ませます。なければカットのままです</translation>
    </message>
    <message>
        <source>Only an even motion has bridges</source>
        <translation>ブリッジは均等な動きにだけあります</translation>
    </message>
    <message>
        <source>Motion: even</source>
        <translation>動き：均等</translation>
    </message>
    <message>
        <source>Motion: steady</source>
        <translation>動き：一定</translation>
    </message>
    <message>
        <source>Making the motion even…</source>
        <translation>動きを均等にしています…</translation>
    </message>
    <message>
        <source>not found yet</source>
        <translation>まだ見つかりません</translation>
    </message>
    <message>
        <source>1 bridge</source>
        <translation>ブリッジ1つ</translation>
    </message>
    <message>
        <source>{count} bridges</source>
        <translation>ブリッジ{count}つ</translation>
    </message>
    <message>
        <source>1 hard cut</source>
        <translation>カット1つ</translation>
    </message>
    <message>
        <source>{count} hard cuts</source>
        <translation>カット{count}つ</translation>
    </message>
    <message>
        <source>The largest step from a frame to the next is {times} the usual one: 1× is perfectly even. Click to go there, after frame {frame}.</source>
        <translation>フレーム間の最大の変化は通常の{times}です。1×で完全に均等です。クリックするとフレーム {frame} の後へ移動します。</translation>
    </message>
    <message>
        <source>Some of that is the speed that keyframes ask for.</source>
        <translation>その一部は、キーフレームが求める速度によるものです。</translation>
    </message>
    <message>
        <source>A grid shows every mix of its prompts, so its frames stay where they are</source>
        <translation>グリッドはプロンプトのすべての混合を見せるため、フレームは動きません</translation>
    </message>
    <message>
        <source>The noise jumps from frame to frame, so no picture leads to the next</source>
        <translation>ノイズがフレームごとに飛ぶため、画像はつながりません</translation>
    </message>
    <message>
        <source>Even motion needs three frames or more</source>
        <translation>均等な動きには3フレーム以上が必要です</translation>
    </message>
    <message>
        <source>Neither the prompt nor the noise moves here: all frames are alike</source>
        <translation>プロンプトもノイズも動かないため、全フレームが同じです</translation>
    </message>
    <message>
        <source>Goes to the largest step</source>
        <translation>最大の変化へ移動します</translation>
    </message>
    <message>
        <source>Steady motion</source>
        <translation>一定の動き</translation>
    </message>
    <message>
        <source>Bridge cuts</source>
        <translation>カットにブリッジを架ける</translation>
    </message>
    <message>
        <source>Keep cuts</source>
        <translation>カットを残す</translation>
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
        <translation>全フレームが同じノイズから始まります：穏やか</translation>
    </message>
    <message>
        <source>Prompt and noise stay: all frames are the same</source>
        <translation>プロンプトもノイズも同じ：全フレームが同じです</translation>
    </message>
    <message>
        <source>Varying</source>
        <translation>変動</translation>
    </message>
    <message>
        <source>Each frame starts from noise of its own: restless</source>
        <translation>フレームごとに別のノイズから始まります：せわしない</translation>
    </message>
    <message>
        <source>, each from a noise of its own</source>
        <translation>、それぞれ別のノイズから</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>周回</translation>
    </message>
    <message>
        <source>The noise goes once round a circle: loops</source>
        <translation>ノイズが円を一周します：ループ</translation>
    </message>
    <message>
        <source>, once round a circle of noise: a loop without a seam</source>
        <translation>、ノイズの円を一周：継ぎ目のないループ</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>旅</translation>
    </message>
    <message>
        <source>The noise goes from seed to seed</source>
        <translation>ノイズがシードからシードへ移ります</translation>
    </message>
    <message>
        <source>, through several seeds</source>
        <translation>、複数のシードを通って</translation>
    </message>
</context>
<context>
    <name>NoiseEditor</name>
    <message>
        <source>NOISE</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Start noise</source>
        <translation>開始ノイズ</translation>
    </message>
    <message>
        <source>shuffle seeds</source>
        <translation>シードをシャッフル</translation>
    </message>
    <message>
        <source>For prompts without a seed of their own; from seed to seed in step with the prompts</source>
        <translation>個別のシードのないプロンプト用。プロンプトに合わせてシードからシードへ</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>change noise</source>
        <translation>ノイズを変更</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>シードを変更</translation>
    </message>
    <message>
        <source>Unlock the seeds</source>
        <translation>シードのロックを解除</translation>
    </message>
    <message>
        <source>Lock the seeds: nothing changes them</source>
        <translation>シードをロック：何も変えません</translation>
    </message>
    <message>
        <source>Lock the seeds</source>
        <translation>シードをロック</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>All frames are there: {0}</source>
        <translation>全フレームがそろいました：{0}</translation>
    </message>
    <message>
        <source>{0} is rendered</source>
        <translation>{0} をレンダーしました</translation>
    </message>
    <message>
        <source>Rendering stopped</source>
        <translation>レンダーを停止しました</translation>
    </message>
    <message>
        <source>{0} is saved</source>
        <translation>{0} を保存しました</translation>
    </message>
    <message>
        <source>The export isn&apos;t saved</source>
        <translation>書き出しは保存されていません</translation>
    </message>
    <message>
        <source>{0} is made</source>
        <translation>{0} ができました</translation>
    </message>
    <message>
        <source>{0} can&apos;t be made</source>
        <translation>{0} を作成できません</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Show it on the &amp;desktop</source>
        <translation>デスクトップに通知する(&amp;D)</translation>
    </message>
    <message>
        <source>Make a &amp;sound</source>
        <translation>音を鳴らす(&amp;S)</translation>
    </message>
    <message>
        <source>When rendering or an export has come to its end, and another window is in front:</source>
        <translation>レンダーや書き出しが終わり、別のウィンドウが前面にあるとき：</translation>
    </message>
</context>
<context>
    <name>OnePromptEditor</name>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>edit what the prompt avoids</source>
        <translation>ネガティブプロンプトを編集</translation>
    </message>
    <message>
        <source>edit prompt</source>
        <translation>プロンプトを編集</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Export options</source>
        <translation>書き出しオプション</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>書き出しの進行</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Nothing to play yet</source>
        <translation>まだ再生するものがありません</translation>
    </message>
    <message>
        <source>No file could be made</source>
        <translation>ファイルを作成できませんでした</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation>ウォークをどの種類のファイルにするか</translation>
    </message>
    <message>
        <source>A width in pixels, a percentage, or a factor such as 2×</source>
        <translation>ピクセル単位の幅、百分率、または2×のような倍率</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>滑らか</translation>
    </message>
    <message>
        <source>Blur from pixel to pixel; otherwise whole factors repeat pixels</source>
        <translation>ピクセル間をぼかします。なければ整数倍でピクセルを繰り返します</translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation>最後のフレームの後に再生がどうなるか</translation>
    </message>
    <message>
        <source>How often it plays; a video contains its frames as often</source>
        <translation>再生する回数。動画はフレームを同じ回数だけ含みます</translation>
    </message>
    <message>
        <source>Quick files are made sooner, and are larger or coarser</source>
        <translation>高速なファイルは早くできますが、大きいか粗くなります</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>How much a GIF mixes pixels to make up for the colours it lacks</source>
        <translation>足りない色を補うためにGIFがどれだけピクセルを混ぜるか</translation>
    </message>
    <message>
        <source>The largest size that the file may have; quality is reduced for it, then pixels</source>
        <translation>ファイルの最大サイズ。そのためにまず品質、次にピクセルを減らします</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Frames in each row</source>
        <translation>1行のフレーム数</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>The number of each frame, or its prompt, below it</source>
        <translation>各フレームの下に番号かプロンプトを入れます</translation>
    </message>
    <message>
        <source>Include its pictures</source>
        <translation>画像を含める</translation>
    </message>
    <message>
        <source>The walk in the file has the pictures of its keyframes; whoever gets it can see them</source>
        <translation>ファイル内のウォークはキーフレームの画像を含み、受け取った人はそれを見られます</translation>
    </message>
    <message>
        <source>Not in this format</source>
        <translation>この形式にはありません</translation>
    </message>
    <message>
        <source>As in the walk</source>
        <translation>ウォークと同じ</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>無限</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>1回</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n}回</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>形式(&amp;M)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>サイズ(&amp;S)</translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation>終わり方(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Plays</source>
        <translation>再生回数(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>品質(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Dithering</source>
        <translation>ディザ(&amp;D)</translation>
    </message>
    <message>
        <source>Max file si&amp;ze</source>
        <translation>最大サイズ(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往復</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>高速</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>制限なし</translation>
    </message>
</context>
<context>
    <name>OptionsView</name>
    <message>
        <source>Making it…</source>
        <translation>作成中…</translation>
    </message>
    <message>
        <source>Making it smaller, try {n}…</source>
        <translation>縮小中、{n}回目…</translation>
    </message>
    <message>
        <source>No file is being made; change an option to make one.</source>
        <translation>ファイルを作成していません。オプションを変えると作成します。</translation>
    </message>
</context>
<context>
    <name>OwnSettings</name>
    <message>
        <source>between seeds</source>
        <translation>シードの間</translation>
    </message>
    <message>
        <source>How strongly the picture follows its prompt here</source>
        <translation>ここで画像がプロンプトにどれだけ従うか</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>ガイダンス</translation>
    </message>
    <message>
        <source>Leave the seed to the walk</source>
        <translation>シードをウォークに任せる</translation>
    </message>
    <message>
        <source>Leave the guidance to the walk</source>
        <translation>ガイダンスをウォークに任せる</translation>
    </message>
    <message>
        <source>Seed of prompt {number}</source>
        <translation>プロンプト {number} のシード</translation>
    </message>
    <message>
        <source>Guidance at prompt {number}</source>
        <translation>プロンプト {number} のガイダンス</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>Morph</source>
        <translation>モーフ</translation>
    </message>
    <message>
        <source>Through two or more prompts, one after the other</source>
        <translation>2つ以上のプロンプトを順に通ります</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Mixes of many prompts, along a route over the map</source>
        <translation>多くのプロンプトを、マップ上のルートに沿って混ぜます</translation>
    </message>
    <message>
        <source>Along a route between {prompts} prompts in {frames} frames</source>
        <translation>{prompts}個のプロンプトの間のルートを{frames}フレームで</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>格子</translation>
    </message>
    <message>
        <source>All mixes of four prompts</source>
        <translation>4つのプロンプトのすべての混合</translation>
    </message>
    <message>
        <source>Every mix of four prompts, {rows} × {columns} frames</source>
        <translation>4つのプロンプトのすべての混合、{rows} × {columns}フレーム</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>行 {row}、列 {column}</translation>
    </message>
    <message>
        <source>A grid has rows × columns frames</source>
        <translation>格子のフレーム数は行 × 列です</translation>
    </message>
    <message>
        <source>Wander</source>
        <translation>漂流</translation>
    </message>
    <message>
        <source>Away from one prompt, step by step</source>
        <translation>1つのプロンプトから一歩ずつ離れます</translation>
    </message>
    <message>
        <source>Drifting away from one prompt in {frames} frames, until the picture falls apart</source>
        <translation>1つのプロンプトから{frames}フレームで離れ、やがて画像が崩れます</translation>
    </message>
    <message>
        <source>distance {distance}</source>
        <translation>距離 {distance}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>One prompt for all frames; the noise may move</source>
        <translation>全フレームに1つのプロンプト。ノイズは動けます</translation>
    </message>
    <message>
        <source>One prompt in {frames} frames</source>
        <translation>1つのプロンプトを{frames}フレームで</translation>
    </message>
    <message>
        <source>Through {prompts} prompts in {frames} frames</source>
        <translation>{prompts}個のプロンプトを{frames}フレームで</translation>
    </message>
    <message>
        <source>From one prompt to another in {frames} frames</source>
        <translation>1つのプロンプトから別のプロンプトへ{frames}フレームで</translation>
    </message>
</context>
<context>
    <name>PathDrawing</name>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>{0}. The dot is where the playhead is.</source>
        <translation>{0}。点は再生ヘッドの位置です。</translation>
    </message>
</context>
<context>
    <name>PathPanel</name>
    <message>
        <source>Kind of path</source>
        <translation>パスの種類</translation>
    </message>
    <message>
        <source>change path to {kind}</source>
        <translation>パスを{kind}に変更</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>between pictures</source>
        <translation>画像の間</translation>
    </message>
    <message>
        <source>Near it</source>
        <translation>近くを通る</translation>
    </message>
    <message>
        <source>Through it</source>
        <translation>そこを通る</translation>
    </message>
    <message>
        <source>Near it: the prompt&apos;s picture resembles this one
Through it: the walk comes to this very picture</source>
        <translation>近くを通る：プロンプトの画像がこれに似ます
そこを通る：ウォークはこの画像そのものに着きます</translation>
    </message>
    <message>
        <source>How much of the picture is changed; at 0 % it stays as it is</source>
        <translation>画像をどれだけ変えるか。0 %ではそのままです</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>画像を外す</translation>
    </message>
    <message>
        <source>Picture of prompt {number}</source>
        <translation>プロンプト {number} の画像</translation>
    </message>
    <message>
        <source>How the walk comes to {picture}</source>
        <translation>{picture}への到達方法</translation>
    </message>
    <message>
        <source>How much of {picture} is changed</source>
        <translation>{picture}の変化量</translation>
    </message>
    <message>
        <source>Changed by {0} %</source>
        <translation>{0} %変更</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>Pictures ({0})</source>
        <translation>画像 ({0})</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Drag the frame to show another part; turn the wheel to zoom in
With the keyboard: the arrow keys, + and −</source>
        <translation>枠をドラッグすると別の部分を表示、ホイールで近づきます
キーボードでは矢印キー、+、−</translation>
    </message>
    <message>
        <source>Not in the file: drop it here again</source>
        <translation>ファイルにありません。もう一度ここにドロップしてください</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Picture for a keyframe</source>
        <translation>キーフレーム用の画像</translation>
    </message>
    <message>
        <source>Picture of a keyframe</source>
        <translation>キーフレームの画像</translation>
    </message>
    <message>
        <source>A blend takes its pictures from the map: press M, and drop this one there.</source>
        <translation>混合はマップから画像を取ります。Mを押し、そこにドロップしてください。</translation>
    </message>
    <message>
        <source>Only a morph has keyframes that take pictures: change the path to Morph first.</source>
        <translation>画像を使えるのはモーフのキーフレームだけです。先にパスをモーフに変えてください。</translation>
    </message>
    <message>
        <source>There are {0} keyframes already, and no more are possible: drop the picture on one of them.</source>
        <translation>キーフレームは{0}個あり、これ以上は増やせません。画像をどれかの上にドロップしてください。</translation>
    </message>
    <message>
        <source>There is no room for a keyframe here: drop the picture on the card of one.</source>
        <translation>ここにはキーフレームの余地がありません。画像をキーフレームのカードにドロップしてください。</translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures: remove one first.</source>
        <translation>ウォークの画像は最大{0}枚です。先に1枚外してください。</translation>
    </message>
    <message>
        <source>The picture belongs to prompt {0} now.</source>
        <translation>画像はプロンプト {0} のものになりました。</translation>
    </message>
    <message>
        <source>The pictures belong to the prompts {0} now.</source>
        <translation>画像はプロンプト {0} のものになりました。</translation>
    </message>
    <message>
        <source>{0} made it of “{1}”.</source>
        <translation>{0}が「{1}」から作りました。</translation>
    </message>
    <message>
        <source>Take its words and numbers</source>
        <translation>その言葉と数値を使う</translation>
    </message>
    <message>
        <source>Take what a picture was made with</source>
        <translation>画像の元の設定を使う</translation>
    </message>
</context>
<context>
    <name>PinBar</name>
    <message>
        <source>How pins are mixed</source>
        <translation>ピンの混ぜ方</translation>
    </message>
    <message>
        <source>As a map</source>
        <translation>マップとして</translation>
    </message>
    <message>
        <source>As a square of four</source>
        <translation>四角形として</translation>
    </message>
    <message>
        <source>Another prompt for the map</source>
        <translation>マップに加えるプロンプト</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation>画像(&amp;P)…</translation>
    </message>
    <message>
        <source>Put a picture on the map; you can drop or paste one as well</source>
        <translation>画像をマップに置きます。ドロップや貼り付けもできます</translation>
    </message>
    <message>
        <source>Another &amp;seed</source>
        <translation>別のシード(&amp;S)</translation>
    </message>
    <message>
        <source>Put the selected pin on the map again, with a noise of its own</source>
        <translation>選んだピンを、別のノイズでもう一度マップに置きます</translation>
    </message>
    <message>
        <source>A&amp;rrange</source>
        <translation>整列(&amp;R)</translation>
    </message>
    <message>
        <source>Put pins where they belong, except those that you moved</source>
        <translation>自分で動かしたもの以外のピンを、あるべき場所に置きます</translation>
    </message>
    <message>
        <source>Re&amp;move pin</source>
        <translation>ピンを外す(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Preview of the file</source>
        <translation>ファイルのプレビュー</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>レンダー</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>&amp;Reset all…</source>
        <translation>すべてリセット(&amp;R)…</translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation>{0} に保存しました</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: this holds until the app is closed</source>
        <translation>{0} に書き込めません。アプリの終了まで有効です</translation>
    </message>
    <message>
        <source>Reset all preferences?</source>
        <translation>すべての環境設定をリセットしますか？</translation>
    </message>
    <message>
        <source>Keys too. The limit for frames stays, as do frames and walks.</source>
        <translation>キーも含みます。フレームの容量、フレーム、ウォークは残ります。</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>リセット(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Settings &amp;presets</source>
        <translation>設定プリセット(&amp;P)</translation>
    </message>
    <message>
        <source>Apply “{0}”</source>
        <translation>「{0}」を適用</translation>
    </message>
    <message>
        <source>The model can&apos;t make pictures of the size of “{0}”, so the size stays.</source>
        <translation>モデルは「{0}」のサイズの画像を作れないため、サイズはそのままです。</translation>
    </message>
    <message>
        <source>&amp;Keep these settings…</source>
        <translation>この設定を残す(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Rename or delete…</source>
        <translation>名前の変更または削除(&amp;R)…</translation>
    </message>
    <message>
        <source>Kept as “{0}”: {1}</source>
        <translation>「{0}」として残しました：{1}</translation>
    </message>
    <message>
        <source>Keep settings</source>
        <translation>設定を残す</translation>
    </message>
    <message>
        <source>Name for steps, guidance, size, timing and export:</source>
        <translation>ステップ、ガイダンス、サイズ、タイミング、書き出しの名前：</translation>
    </message>
    <message>
        <source>Replace “{0}”?</source>
        <translation>「{0}」を置き換えますか？</translation>
    </message>
    <message>
        <source>There is a preset of this name, with other settings.</source>
        <translation>この名前のプリセットが、別の設定であります。</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>置き換える(&amp;R)</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <source>Settings presets</source>
        <translation>設定プリセット</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>名前を変更(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>戻す(&amp;P)</translation>
    </message>
    <message>
        <source>There is another preset called “{0}”.</source>
        <translation>「{0}」という別のプリセットがあります。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>no prompt</source>
        <translation>プロンプトなし</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>下描き</translation>
    </message>
    <message>
        <source>rendering</source>
        <translation>レンダー中</translation>
    </message>
    <message>
        <source>Frame {number} can&apos;t be rendered</source>
        <translation>フレーム {number} はレンダーできません</translation>
    </message>
    <message>
        <source>Nothing is rendered yet</source>
        <translation>まだ何もレンダーされていません</translation>
    </message>
    <message>
        <source>It has another model, size or LoRAs: show this version to render it</source>
        <translation>モデル、サイズ、LoRAが異なります。このバージョンを表示するとレンダーできます</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>The picture shows as soon as it is done</source>
        <translation>完成するとすぐに画像が表示されます</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>フレーム {number} / {count}</translation>
    </message>
    <message>
        <source>guidance {scale}</source>
        <translation>ガイダンス {scale}</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is from before the edit</source>
        <translation>フレーム {number} は未レンダーです。これは編集前のものです</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other} from before the edit</source>
        <translation>フレーム {number} は未レンダーです。これは編集前のフレーム {other} です</translation>
    </message>
    <message>
        <source>The first time, the app measures what suits this device</source>
        <translation>初回は、この機器に合う設定をアプリが測定します</translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation>このウォークはレンダーできません</translation>
    </message>
    <message>
        <source>The model is not on this machine</source>
        <translation>モデルがこのコンピューターにありません</translation>
    </message>
    <message>
        <source>Walk › Models fetches it, or chooses another one</source>
        <translation>ウォーク › モデルで取得するか、別のものを選べます</translation>
    </message>
    <message>
        <source>{keys} renders this walk</source>
        <translation>{keys}でこのウォークをレンダーします</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other}</source>
        <translation>フレーム {number} は未レンダーです。これはフレーム {other} です</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1ステップ</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count}ステップ</translation>
    </message>
    <message>
        <source>No frame comes before this one</source>
        <translation>これより前のフレームはありません</translation>
    </message>
    <message>
        <source>Frame {number}, the one before, isn&apos;t rendered yet</source>
        <translation>前のフレーム {number} はまだレンダーされていません</translation>
    </message>
    <message>
        <source>Difference from frame {number}, {times} × as bright</source>
        <translation>フレーム {number} との差、明るさ{times}倍</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>beside it {0}</source>
        <translation>横に{0}</translation>
    </message>
    <message>
        <source>zoom {0} %</source>
        <translation>ズーム {0} %</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>フレームをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save frame…</source>
        <translation>フレームを保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>合わせる(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pixel for pixel</source>
        <translation>等倍(&amp;P)</translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message>
        <source>{count} / {limit} tokens</source>
        <translation>{count} / {limit} トークン</translation>
    </message>
    <message>
        <source>{numbers} · the end is not read</source>
        <translation>{numbers} · 末尾は読まれません</translation>
    </message>
    <message>
        <source>Tokens of this prompt, and how many the model reads; the rest is struck out</source>
        <translation>このプロンプトのトークン数と、モデルが読む数。残りは取り消し線です</translation>
    </message>
    <message>
        <source>Not known: {words}</source>
        <translation>未知：{words}</translation>
    </message>
    <message>
        <source>This model wasn&apos;t taught these words and draws anything for them; Ctrl+Space lists what it knows</source>
        <translation>このモデルはこれらの語を学んでおらず、何を描くかわかりません。Ctrl+Spaceで知っている語を表示します</translation>
    </message>
</context>
<context>
    <name>PromptLists</name>
    <message>
        <source>There is no text to paste: copy a list of prompts first, one a line</source>
        <translation>貼り付けるテキストがありません。先に1行に1つのプロンプトの一覧をコピーしてください</translation>
    </message>
    <message>
        <source>Paste prompts</source>
        <translation>プロンプトを貼り付け</translation>
    </message>
    <message>
        <source>Take prompts from a file</source>
        <translation>ファイルからプロンプトを使う</translation>
    </message>
    <message>
        <source>Copied as text: {0}.</source>
        <translation>テキストとしてコピーしました：{0}。</translation>
    </message>
    <message>
        <source>No prompt has wildcards: they are written {a|b}, or __name__ for a file.</source>
        <translation>ワイルドカードのあるプロンプトがありません。{a|b}、ファイルなら __name__ と書きます。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>フォルダーを選択…</translation>
    </message>
    <message>
        <source>Draw wildcards</source>
        <translation>ワイルドカードを引く</translation>
    </message>
    <message>
        <source>Drew the wildcards of {0} by the seed {1}; Undo brings them back.</source>
        <translation>シード {1} で{0}のワイルドカードを引きました。元に戻すと戻ります。</translation>
    </message>
    <message>
        <source>Some have wildcards, which can be drawn.</source>
        <translation>引けるワイルドカードを含むものがあります。</translation>
    </message>
    <message>
        <source>The path goes through {0} now, in {1} frames; Undo brings the previous path back.</source>
        <translation>パスは{0}を{1}フレームで通ります。元に戻すと前のパスに戻ります。</translation>
    </message>
    <message>
        <source>{0} prompts</source>
        <translation>{0}個のプロンプト</translation>
    </message>
    <message>
        <source>one prompt</source>
        <translation>1個のプロンプト</translation>
    </message>
    <message>
        <source>Folder with the files of wildcards</source>
        <translation>ワイルドカードのファイルのフォルダー</translation>
    </message>
</context>
<context>
    <name>PromptsField</name>
    <message>
        <source>Describe the picture</source>
        <translation>画像を説明してください</translation>
    </message>
    <message>
        <source>What to lead away from (negative prompt)</source>
        <translation>何から離れるか(ネガティブプロンプト)</translation>
    </message>
    <message>
        <source>What to avoid at: {name}</source>
        <translation>避けるもの：{name}</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>ネガティブ</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>避けるもの</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Waits</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Making the motion even</source>
        <translation>動きを均等にしています</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>レンダー中</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>ファイルを書き込み中</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1フレーム</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>{0}フレーム</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>終了しますか？</translation>
    </message>
    <message>
        <source>The queue is still making files.</source>
        <translation>キューはまだファイルを作成しています。</translation>
    </message>
    <message>
        <source>It can continue without this window.</source>
        <translation>このウィンドウがなくても続けられます。</translation>
    </message>
    <message>
        <source>Let it continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>一時停止する</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Walks that become files, one after the other</source>
        <translation>順番にファイルになるウォーク</translation>
    </message>
    <message>
        <source>Queue: {0} of {1} · {2} %</source>
        <translation>キュー：{0}/{1} · {2}%</translation>
    </message>
    <message>
        <source>Queue: {0} waiting</source>
        <translation>キュー：{0} 件待機中</translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Walks in the queue</source>
        <translation>キュー内のウォーク</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>Sooner (Alt+Up)</source>
        <translation>早く（Alt+↑）</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下へ(&amp;D)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>後で（Alt+↓）</translation>
    </message>
    <message>
        <source>Make a&amp;gain</source>
        <translation>作り直す(&amp;G)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>フォルダーに表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>取り除く(&amp;R)</translation>
    </message>
    <message>
        <source>Remove it from the queue; frames stay in the frame store (Delete)</source>
        <translation>キューから取り除きます。フレームは保存されたままです（Delete）</translation>
    </message>
    <message>
        <source>&amp;Clear finished</source>
        <translation>終わったものを消す(&amp;C)</translation>
    </message>
    <message>
        <source>Remove what is done or failed; files stay</source>
        <translation>完了または失敗したものを取り除きます。ファイルは残ります</translation>
    </message>
    <message>
        <source>&amp;Add this walk…</source>
        <translation>このウォークを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>Nothing yet: add walks, start the queue, and find their files in the morning. It continues when this window is closed, and after a restart of the computer when it is started again.</source>
        <translation>まだ何もありません。ウォークを追加してキューを開始すれば、朝にはファイルができています。このウィンドウを閉じても続き、コンピューターの再起動後は再び開始すると続きから始まります。</translation>
    </message>
    <message>
        <source>Files are being made, one after the other; the computer is kept awake meanwhile.</source>
        <translation>ファイルを順番に作成しています。その間、コンピューターはスリープしません。</translation>
    </message>
    <message>
        <source>Nothing is being made: Start begins with the first one that is waiting.</source>
        <translation>何も作成していません。「開始」で待機中の最初のものから始めます。</translation>
    </message>
    <message>
        <source>All done.</source>
        <translation>すべて完了しました。</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Stop what is being made; its frames are kept</source>
        <translation>作成中のものを止めます。フレームは残ります</translation>
    </message>
    <message>
        <source>Make the files, in this order</source>
        <translation>この順番でファイルを作成します</translation>
    </message>
</context>
<context>
    <name>QueueWatch</name>
    <message>
        <source>the log says more</source>
        <translation>詳しくはログにあります</translation>
    </message>
    <message>
        <source>The queue stopped: {0}</source>
        <translation>キューが止まりました：{0}</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>何も見つかりません。</translation>
    </message>
    <message>
        <source>This page can&apos;t be read: {0}</source>
        <translation>このページを読み込めません: {0}</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Clear list</source>
        <translation>一覧を消去</translation>
    </message>
    <message>
        <source>No recent walks</source>
        <translation>最近のウォークはありません</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Unsaved edits can&apos;t be kept for a crash; save the walk. {0}</source>
        <translation>保存していない編集をクラッシュに備えて残せません。ウォークを保存してください。{0}</translation>
    </message>
</context>
<context>
    <name>RenderControl</name>
    <message>
        <source> · {0} frames/s · {1} left</source>
        <translation> · {0}フレーム/秒 · 残り{1}</translation>
    </message>
</context>
<context>
    <name>RenderingPage</name>
    <message>
        <source>Automatic: one that has the GPU</source>
        <translation>自動：GPUのあるもの</translation>
    </message>
    <message>
        <source>Automatic: what suits the device</source>
        <translation>自動：機器に合うもの</translation>
    </message>
    <message>
        <source>&amp;Model of new walks</source>
        <translation>新しいウォークのモデル(&amp;M)</translation>
    </message>
    <message>
        <source>For File › New. A walk that exists keeps its own.</source>
        <translation>ファイル › 新規用です。既存のウォークはそのままです。</translation>
    </message>
    <message>
        <source>&amp;Backend</source>
        <translation>バックエンド(&amp;B)</translation>
    </message>
    <message>
        <source>Pre&amp;cision</source>
        <translation>精度(&amp;C)</translation>
    </message>
    <message>
        <source>Both apply at once, in this window. Another precision makes other frames: all are rendered anew, and those of before come back with their precision.</source>
        <translation>どちらもこのウィンドウですぐに有効です。精度が変わるとフレームも別のものになり、新たにレンダーされます。元の精度にすると戻ります。</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>{0} はインストールされていません</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Frame numbers</source>
        <translation>フレーム番号</translation>
    </message>
    <message>
        <source>Loop from frame {0} to {1}</source>
        <translation>フレーム {0} から {1} までループ</translation>
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
        <translation>自動 ({0})</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Settings presets: steps, guidance, size, timing and export by name</source>
        <translation>設定プリセット：ステップ、ガイダンス、サイズ、タイミング、書き出しを名前で</translation>
    </message>
    <message>
        <source>Settings presets</source>
        <translation>設定プリセット</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>ガイダンス</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>フレーム数</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>image size</source>
        <translation>画像サイズ</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0}を変更</translation>
    </message>
    <message>
        <source>How many frames the walk has</source>
        <translation>ウォークのフレーム数</translation>
    </message>
    <message>
        <source>SAMPLER</source>
        <translation>サンプラー</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>ステップ(&amp;S)</translation>
    </message>
    <message>
        <source>Denoising steps: more are slower and finer</source>
        <translation>ノイズ除去のステップ。多いほど遅く精細です</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>ガイダンス(&amp;G)</translation>
    </message>
    <message>
        <source>How strictly the picture follows the prompt; 1 or less is twice as fast</source>
        <translation>画像がプロンプトにどれだけ厳密に従うか。1以下は2倍速くなります</translation>
    </message>
    <message>
        <source>Image si&amp;ze</source>
        <translation>画像サイズ(&amp;Z)</translation>
    </message>
    <message>
        <source>Width × height in pixels</source>
        <translation>幅 × 高さ(ピクセル)</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>バッチ(&amp;B)</translation>
    </message>
    <message>
        <source>Frames rendered at once; less needs less memory</source>
        <translation>同時にレンダーするフレーム数。少ないほどメモリーが少なくて済みます</translation>
    </message>
    <message>
        <source>TIMING</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation>フレーム数(&amp;A)</translation>
    </message>
    <message>
        <source>Frame ra&amp;te</source>
        <translation>フレームレート(&amp;T)</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>1秒あたりのフレーム数</translation>
    </message>
    <message>
        <source>{frames} frames there and back = {shown}</source>
        <translation>{frames}フレームの往復 = {shown}</translation>
    </message>
    <message>
        <source>{frames} frames, once</source>
        <translation>{frames}フレーム、1回</translation>
    </message>
    <message>
        <source>{frames} frames, then on from the first: no jump</source>
        <translation>{frames}フレーム、続けて最初から：飛びません</translation>
    </message>
    <message>
        <source>{frames} frames, then a jump to the first</source>
        <translation>{frames}フレーム、その後最初へ飛びます</translation>
    </message>
    <message>
        <source> · {seconds} s</source>
        <translation> · {seconds}秒</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Progress of saving</source>
        <translation>保存の進行</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>保存を停止</translation>
    </message>
    <message>
        <source>{name} follows when it is made</source>
        <translation>{name} は作成後に保存されます</translation>
    </message>
    <message>
        <source>Saving {name} · {percent} %</source>
        <translation>{name} を保存中 · {percent} %</translation>
    </message>
    <message>
        <source>Saving {name} · try {n}, {percent} %</source>
        <translation>{name} を保存中 · {n}回目、{percent} %</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>open</source>
        <translation>開いています</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>折りたたまれています</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Another seed at random</source>
        <translation>ランダムな別のシード</translation>
    </message>
    <message>
        <source>Shuffle: {name}</source>
        <translation>シャッフル：{name}</translation>
    </message>
</context>
<context>
    <name>SeedList</name>
    <message>
        <source>{count} earlier seeds</source>
        <translation>前の{count}個のシード</translation>
    </message>
    <message>
        <source>{count} more seeds</source>
        <translation>他の{count}個のシード</translation>
    </message>
    <message>
        <source>Add seed</source>
        <translation>シードを追加</translation>
    </message>
    <message>
        <source>Seed {number}</source>
        <translation>シード {number}</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>シードを変更</translation>
    </message>
    <message>
        <source>add seed</source>
        <translation>シードを追加</translation>
    </message>
    <message>
        <source>remove seed</source>
        <translation>シードを外す</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The app ended while it was starting, so it begins with another walk.</source>
        <translation>アプリが起動中に終了したため、別のウォークで始めます。</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0}を開く</translation>
    </message>
</context>
<context>
    <name>SettingsPreset</name>
    <message>
        <source>{0} steps</source>
        <translation>{0}ステップ</translation>
    </message>
    <message>
        <source>guidance {0}</source>
        <translation>ガイダンス {0}</translation>
    </message>
    <message>
        <source>{0} frames, {1} fps</source>
        <translation>{0}フレーム、{1} fps</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>{0} steps</source>
        <translation>{0}ステップ</translation>
    </message>
    <message>
        <source>guidance {0}</source>
        <translation>ガイダンス {0}</translation>
    </message>
    <message>
        <source>avoiding {0}</source>
        <translation>{0}を避ける</translation>
    </message>
    <message>
        <source>avoiding nothing</source>
        <translation>何も避けない</translation>
    </message>
    <message>
        <source>towards {0}</source>
        <translation>{0}の方へ</translation>
    </message>
    <message>
        <source>the walk&apos;s seed</source>
        <translation>ウォークのシード</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>シード {0}</translation>
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
        <translation>何を変えるか</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>何の</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>いくつ</translation>
    </message>
    <message>
        <source>How far from the present seed</source>
        <translation>今のシードからの距離</translation>
    </message>
    <message>
        <source>How far from the present seed: left is nearly the same picture</source>
        <translation>今のシードからの距離。左端はほぼ同じ画像です</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>似たものをもっと(&amp;M)</translation>
    </message>
    <message>
        <source>Other &amp;seeds</source>
        <translation>別のシード(&amp;S)</translation>
    </message>
    <message>
        <source>New pictures for all that are not pinned</source>
        <translation>固定していないものすべてを新しい画像にします</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>再試行(&amp;T)</translation>
    </message>
    <message>
        <source>Sa&amp;ve sheet…</source>
        <translation>シートを保存(&amp;V)…</translation>
    </message>
    <message>
        <source>All pictures with their captions, as one</source>
        <translation>すべての画像を説明付きで1枚にします</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>{0}を使う</translation>
    </message>
    <message>
        <source>of prompt {0}</source>
        <translation>プロンプト {0} の</translation>
    </message>
    <message>
        <source>of all the walk</source>
        <translation>ウォーク全体の</translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation>別のシード</translation>
    </message>
    <message>
        <source>Seeds near this one</source>
        <translation>近くのシード</translation>
    </message>
    <message>
        <source>Steps × seeds</source>
        <translation>ステップ × シード</translation>
    </message>
    <message>
        <source>Guidance × seeds</source>
        <translation>ガイダンス × シード</translation>
    </message>
    <message>
        <source>LoRA × seeds</source>
        <translation>LoRA × シード</translation>
    </message>
    <message>
        <source>Picture × seeds</source>
        <translation>画像 × シード</translation>
    </message>
    <message>
        <source>What to avoid × seeds</source>
        <translation>避けるもの × シード</translation>
    </message>
    <message>
        <source>Prompts × seeds</source>
        <translation>プロンプト × シード</translation>
    </message>
    <message>
        <source>{0} × seeds</source>
        <translation>{0} × シード</translation>
    </message>
    <message>
        <source>{0} of {1} pictures can&apos;t be rendered: {2}</source>
        <translation>{1}枚中{0}枚の画像をレンダーできません：{2}</translation>
    </message>
    <message>
        <source>A click takes a picture · its corner pins it (P) · the one you look at is refined</source>
        <translation>クリックで採用 · 隅で固定 (P) · 見ている画像は仕上げられます</translation>
    </message>
    <message>
        <source>{0} of {1} pictures</source>
        <translation>{1}枚中{0}枚</translation>
    </message>
    <message>
        <source>{0} sheet</source>
        <translation>{0} シート</translation>
    </message>
    <message>
        <source>Save sheet</source>
        <translation>シートを保存</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG画像 (*.png)</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written; choose another folder, and a name that ends in .png</source>
        <translation>{0} に書き込めません。別のフォルダーと、.pngで終わる名前を選んでください</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Variations</source>
        <translation>バリエーション</translation>
    </message>
    <message>
        <source>{0}: not rendered yet</source>
        <translation>{0}：未レンダー</translation>
    </message>
    <message>
        <source>{0}: draft</source>
        <translation>{0}：下描き</translation>
    </message>
    <message>
        <source>Can&apos;t be rendered</source>
        <translation>レンダーできません</translation>
    </message>
</context>
<context>
    <name>ShortcutTree</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>ショートカットを検索</translation>
    </message>
    <message>
        <source>No shortcut matches.</source>
        <translation>その言葉を含むショートカットはありません。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Select frames in the strip (or drag there with Shift)</source>
        <translation>ストリップでフレームを選択(またはShiftを押しながらドラッグ)</translation>
    </message>
    <message>
        <source>Move the keyframe a frame forward</source>
        <translation>キーフレームを1フレーム進める</translation>
    </message>
    <message>
        <source>Move the keyframe a frame back</source>
        <translation>キーフレームを1フレーム戻す</translation>
    </message>
    <message>
        <source>Move a handle of the speed curve a little</source>
        <translation>速度曲線のハンドルを少し動かす</translation>
    </message>
    <message>
        <source>Make the speed curve straight</source>
        <translation>速度曲線を直線にする</translation>
    </message>
    <message>
        <source>Menu of what has the focus</source>
        <translation>フォーカスのあるもののメニュー</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>Duplicate the prompt</source>
        <translation>プロンプトを複製</translation>
    </message>
    <message>
        <source>Move the prompt up</source>
        <translation>プロンプトを上へ移動</translation>
    </message>
    <message>
        <source>Move the prompt down</source>
        <translation>プロンプトを下へ移動</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Key of the selected action</source>
        <translation>選んだ操作のキー</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>標準のキー(&amp;U)</translation>
    </message>
    <message>
        <source>The key that it comes with</source>
        <translation>最初に設定されているキー</translation>
    </message>
    <message>
        <source>All &amp;usual keys</source>
        <translation>すべて標準のキー(&amp;U)</translation>
    </message>
    <message>
        <source>All keys as they come with the app</source>
        <translation>すべてのキーを最初の設定に戻します</translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation>使う(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>キー(&amp;K)</translation>
    </message>
    <message>
        <source>Return on a row, then press its new key.</source>
        <translation>行でEnterを押し、新しいキーを押します。</translation>
    </message>
    <message>
        <source>{0} is the key of {1} › {2}, which would lose it.</source>
        <translation>{0} は {1} › {2} のキーです。そちらからは外れます。</translation>
    </message>
    <message>
        <source>{0} has a meaning of its own there ({1}: {2}); press another key.</source>
        <translation>{0} はそこで別の意味を持ちます ({1}：{2})。他のキーを押してください。</translation>
    </message>
</context>
<context>
    <name>SpeedTrack</name>
    <message>
        <source>Speed curve</source>
        <translation>速度曲線</translation>
    </message>
    <message>
        <source>First handle of way {number}</source>
        <translation>区間 {number} の最初のハンドル</translation>
    </message>
    <message>
        <source>Second handle of way {number}</source>
        <translation>区間 {number} の2番目のハンドル</translation>
    </message>
    <message>
        <source>{time} % of the time, {way} % of the way</source>
        <translation>時間の{time} %、道のりの{way} %</translation>
    </message>
    <message>
        <source>Drag it, freely with Alt; arrow keys, finely with Shift; Delete makes it straight</source>
        <translation>ドラッグします。Altで自由に、矢印キー、Shiftで細かく、Deleteで直線に</translation>
    </message>
    <message>
        <source>Change speed curve</source>
        <translation>速度曲線を変更</translation>
    </message>
    <message>
        <source>Speed curve of way {number}: {easing}
Double-click makes a keyframe</source>
        <translation>区間 {number} の速度曲線：{easing}
ダブルクリックでキーフレームを作成</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Star frame</source>
        <translation>星を付ける</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>星を外す</translation>
    </message>
    <message>
        <source>No frame has a star: press S to add one</source>
        <translation>星付きのフレームがありません。Sで付けます</translation>
    </message>
    <message>
        <source>A frame can have a star when its model is on this machine and it is looked up</source>
        <translation>モデルがこのコンピューターにあり、フレームが調べられていれば星を付けられます</translation>
    </message>
    <message>
        <source>Frames of an even walk can have stars when their places are found</source>
        <translation>均等なウォークのフレームは、位置が決まれば星を付けられます</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Frames rendered</source>
        <translation>レンダー済みのフレーム</translation>
    </message>
    <message>
        <source>What the engine does</source>
        <translation>エンジンの動作</translation>
    </message>
    <message>
        <source>Whether the engine is ready</source>
        <translation>エンジンの準備状況</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>すべての変更を保存済み</translation>
    </message>
    <message>
        <source>Getting the engine ready…</source>
        <translation>エンジンを準備中…</translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation>エンジン準備完了</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>エンジンを起動中…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>モデルを読み込み中…</translation>
    </message>
    <message>
        <source>Compiling for this image size and batch…</source>
        <translation>このサイズとバッチ用にコンパイル中…</translation>
    </message>
    <message>
        <source>Rendering 1 picture to look at</source>
        <translation>確認用の画像を1枚レンダー中</translation>
    </message>
    <message>
        <source>Rendering {0} pictures to look at</source>
        <translation>確認用の画像を{0}枚レンダー中</translation>
    </message>
    <message>
        <source>Refining drafts</source>
        <translation>下描きを仕上げ中</translation>
    </message>
    <message>
        <source>Making the motion even · {0}&#xa0;% · {1} rendered</source>
        <translation>動きを均等にしています · {0} % · {1}枚レンダー済み</translation>
    </message>
    <message>
        <source>Rendering {0} of {1} selected</source>
        <translation>選択した{1}枚中{0}枚をレンダー中</translation>
    </message>
    <message>
        <source>Rendering {0} of {1}</source>
        <translation>{1}枚中{0}枚をレンダー中</translation>
    </message>
    <message>
        <source>Looking up frames…</source>
        <translation>フレームを調べています…</translation>
    </message>
    <message>
        <source>{0} rendered to make the motion even</source>
        <translation>動きを均等にするため{0}枚をレンダー済み</translation>
    </message>
    <message>
        <source>{0} · {1} continues</source>
        <translation>{0} · {1}で続行</translation>
    </message>
    <message>
        <source>{0} · {1} renders the rest</source>
        <translation>{0} · {1}で残りをレンダー</translation>
    </message>
    <message>
        <source>The frame is rendered</source>
        <translation>フレームをレンダーしました</translation>
    </message>
    <message>
        <source>All {0} frames rendered</source>
        <translation>全{0}フレームをレンダーしました</translation>
    </message>
    <message>
        <source>{0} · rendering continues after edits</source>
        <translation>{0} · 編集後もレンダーを続けます</translation>
    </message>
    <message>
        <source>{0} of 1 frame</source>
        <translation>1フレーム中{0}</translation>
    </message>
    <message>
        <source>{0} of {1} frames</source>
        <translation>{1}フレーム中{0}</translation>
    </message>
</context>
<context>
    <name>Stills</name>
    <message>
        <source>The pictures could not be made ready: {0}; free some space</source>
        <translation>画像を準備できませんでした：{0}。空き容量を増やしてください</translation>
    </message>
    <message>
        <source>Only frames that are rendered can be dragged</source>
        <translation>ドラッグできるのはレンダー済みのフレームだけです</translation>
    </message>
    <message>
        <source>{0} frames at once are too many to drag: select {1}, or export the walk</source>
        <translation>一度に{0}フレームは多すぎてドラッグできません。{1}フレームを選ぶか、ウォークを書き出してください</translation>
    </message>
    <message>
        <source>The pictures are ready now: drag them once more</source>
        <translation>画像の準備ができました。もう一度ドラッグしてください</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Save a walk by &amp;itself, a moment after every edit</source>
        <translation>編集のたびに少し後でウォークを自動保存する(&amp;I)</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>フォルダーを表示(&amp;F)</translation>
    </message>
    <message>
        <source>Free &amp;space…</source>
        <translation>空き容量を増やす(&amp;S)…</translation>
    </message>
    <message>
        <source>Removes frames of other days; they can be rendered again</source>
        <translation>他の日のフレームを削除します。またレンダーできます</translation>
    </message>
    <message>
        <source>Once it has a file. Undo still works, and without this unsaved edits are kept too.</source>
        <translation>ファイルができてからです。元に戻すこともできます。これがなくても、保存していない編集は残ります。</translation>
    </message>
    <message>
        <source>On s&amp;tart</source>
        <translation>起動時(&amp;T)</translation>
    </message>
    <message>
        <source>Walks</source>
        <translation>ウォーク</translation>
    </message>
    <message>
        <source>Rendered frames</source>
        <translation>レンダー済みフレーム</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>上限(&amp;A)</translation>
    </message>
    <message>
        <source>Also for the command line. The frames that were not used for longest go first, never those of the walk that is open.</source>
        <translation>コマンドラインにも適用されます。最も長く使われていないフレームから削除し、開いているウォークのものは削除しません。</translation>
    </message>
    <message>
        <source>They take {0} now. Those that were not used for longest go; they can be rendered again.</source>
        <translation>現在 {0} を使用しています。最も長く使われていないものを削除します。またレンダーできます。</translation>
    </message>
    <message>
        <source>{0} isn&apos;t there any more; the next frame that is rendered makes it</source>
        <translation>{0} はもうありません。次にレンダーするフレームが作成します</translation>
    </message>
    <message>
        <source>No program here opens folders; it is {0}</source>
        <translation>フォルダーを開くプログラムがありません。場所は {0} です</translation>
    </message>
    <message>
        <source>Remove rendered frames?</source>
        <translation>レンダー済みフレームを削除しますか？</translation>
    </message>
    <message>
        <source>The walk that was open last</source>
        <translation>最後に開いていたウォーク</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>例</translation>
    </message>
    <message>
        <source>All go but those of the walk that is open, and those rendered or shown since the app began. They can be rendered again.</source>
        <translation>開いているウォークのものと、アプリの起動後にレンダーまたは表示したもの以外を、すべて削除します。またレンダーできます。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>削除中…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>集計中…</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Only a morph, a blend or a held prompt takes keyframes</source>
        <translation>キーフレームを使えるのはモーフ、混合、保持したプロンプトだけです</translation>
    </message>
    <message>
        <source>Make keyframe</source>
        <translation>キーフレームを作成</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>ツールバー</translation>
    </message>
    <message>
        <source>The model: choose another</source>
        <translation>モデル：別のものを選ぶ</translation>
    </message>
    <message>
        <source>Memory of the device that renders</source>
        <translation>レンダーする機器のメモリー</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source> {0} does the same.</source>
        <translation> {0}でも同じです。</translation>
    </message>
    <message>
        <source>Say what to see</source>
        <translation>何を見るかを書く</translation>
    </message>
    <message>
        <source>Each card is a prompt, and the walk leads from one to the next. Change the words.</source>
        <translation>カードは1枚ずつプロンプトで、ウォークは次々に進みます。言葉を変えてみてください。</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>レンダー</translation>
    </message>
    <message>
        <source>Frames that are missing appear, coarse to fine, and after every edit.</source>
        <translation>足りないフレームが粗いものから順に現れます。編集のたびにも現れます。</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>持っていく</translation>
    </message>
    <message>
        <source>The finished file waits here: drag it into a folder, a browser or a chat.</source>
        <translation>完成したファイルはここです。フォルダー、ブラウザー、チャットにドラッグします。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Tour, {0} of {1}</source>
        <translation>ツアー、{0} / {1}</translation>
    </message>
</context>
<context>
    <name>Tracks</name>
    <message>
        <source>Scroll the frames</source>
        <translation>フレームをスクロール</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>{0} step</source>
        <translation>{0} コマ送り</translation>
    </message>
    <message>
        <source>{0} play</source>
        <translation>{0} 再生</translation>
    </message>
    <message>
        <source>{0} make keyframe</source>
        <translation>{0} キーフレーム作成</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>最初のフレーム</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>前のフレーム</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>次のフレーム</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最後のフレーム</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Show all frames</source>
        <translation>全フレームを表示</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Speed of playback</source>
        <translation>再生速度</translation>
    </message>
    <message>
        <source>Speed of playback: {0}</source>
        <translation>再生速度：{0}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Models…</source>
        <translation>モデル…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>VersionChip</name>
    <message>
        <source>Version {0}</source>
        <translation>バージョン {0}</translation>
    </message>
    <message>
        <source>{0}
A click shows it, a double click renames it; its menu compares</source>
        <translation>{0}
クリックで表示、ダブルクリックで名前変更、メニューで比較</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>表示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Compare with the walk as it is now</source>
        <translation>今のウォークと比較(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>名前を変更(&amp;R)…</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>削除(&amp;E)</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>The walk is already kept as “{0}”</source>
        <translation>ウォークは「{0}」として残してあります</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>バージョンを残す</translation>
    </message>
    <message>
        <source>Show version “{0}”</source>
        <translation>バージョン「{0}」を表示</translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation>バージョンを削除</translation>
    </message>
    <message>
        <source>Rename version</source>
        <translation>バージョンの名前を変更</translation>
    </message>
    <message>
        <source>Name of the version:</source>
        <translation>バージョンの名前：</translation>
    </message>
    <message>
        <source>There is no other version: keep this one, and change the walk</source>
        <translation>他のバージョンがありません。これを残し、ウォークを変更してください</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>今の状態</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>バージョン {0}</translation>
    </message>
</context>
<context>
    <name>VersionsBar</name>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>比較対象…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Keep the walk as it is now as a version</source>
        <translation>今のウォークをバージョンとして残します</translation>
    </message>
    <message>
        <source>The version beside the walk as it is now</source>
        <translation>今のウォークの横に置くバージョン</translation>
    </message>
    <message>
        <source>One over the other, with a line that you can drag</source>
        <translation>重ねて、ドラッグできる境界線で分けます</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>ワイプ</translation>
    </message>
</context>
<context>
    <name>WanderEditor</name>
    <message>
        <source>How far each number of the embedding moves from one frame to the next</source>
        <translation>埋め込みの各数値がフレームごとにどれだけ動くか</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>すべて同じ</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>All alike: every number of the embedding grows by the same. Random: each its own way.</source>
        <translation>すべて同じ：埋め込みの各数値が同じだけ増えます。ランダム：それぞれ別々に動きます。</translation>
    </message>
    <message>
        <source>Seed of the direction</source>
        <translation>方向のシード</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>歩幅</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Direction seed</source>
        <translation>方向のシード</translation>
    </message>
    <message>
        <source>change step size</source>
        <translation>歩幅を変更</translation>
    </message>
    <message>
        <source>change direction</source>
        <translation>方向を変更</translation>
    </message>
</context>
<context>
    <name>WayRow</name>
    <message>
        <source>Length of this way relative to the others: 2× takes twice as long</source>
        <translation>他と比べたこの区間の長さ。2×は2倍の時間がかかります</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1コマ</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count}コマ</translation>
    </message>
    <message>
        <source>Easing after prompt {number}: {easing}</source>
        <translation>プロンプト {number} の後のイージング：{easing}</translation>
    </message>
    <message>
        <source>Easing: how the frames are distributed on this way</source>
        <translation>イージング：この区間にフレームをどう配分するか</translation>
    </message>
    <message>
        <source>Length after prompt {number}</source>
        <translation>プロンプト {number} の後の長さ</translation>
    </message>
</context>
<context>
    <name>_SeedRow</name>
    <message>
        <source>Remove: {name}</source>
        <translation>外す：{name}</translation>
    </message>
</context>
</TS>
