<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models with a licence are fetched with an account that has accepted it. A token stays with the hub&apos;s own library on this machine, which other programs share.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with an example or an empty walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another window, beside this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a walk file, or a list of prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the walk under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was rendered before, by thumbnail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the finished pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export o&amp;ptions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this &amp;frame…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the frame under the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the app; other windows stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the frame under the playhead to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy p&amp;rompts as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all prompts, one a line, or as CSV with their frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste prompts or a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the path of a list, or give a picture to the keyframe here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the prompt at the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look, models, saving, keys, and what rendered frames take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make &amp;keyframe here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin a prompt to this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyframe from a p&amp;icture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a picture to the keyframe at the playhead, or make one of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other seeds, steps and more of what is under the playhead, side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts as pins: look around between them, and draw a route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw &amp;wildcards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make plain text of {red|blue} and __name__ in all prompts, by a new seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;verse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through the walk from its end to its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shuffle prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the prompts into another order; lengths and easings stay where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with a copy that has no file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the walk as it is now, to come back to it or compare with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show another version beside the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare by a &amp;line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One version over the other with a line that you can drag, or side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the walk a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the model, or fetch one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render what is missing, and go on after every edit until it is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop rendering, now and after edits; finished frames stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a quick draft wherever the playhead goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render only the frames that are selected: drag over them with Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try failed frames again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render frames again that could not be rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Get the engine ready in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the model and compile while nothing is rendered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unload the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the engine and give back its memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play backwards; again is faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play forwards; again is faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sl&amp;ower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play slower, down to a quarter of the speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play faster, up to the double speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop f&amp;rom here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from this frame on, round and round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop t&amp;o here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play up to this frame, round and round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear loop ran&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the whole walk again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go one frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go one frame on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go ten frames back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten frames on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go ten frames on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tar this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a star on the frame under the playhead, or take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the last frame with a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to the next frame with a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play and step through frames with a star alone, each for a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom timeline in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom timeline out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole walk in the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;mooth preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth pixels when zoomed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onion s&amp;kin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the frames before and behind through the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Difference to the frame before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See only what has changed, brightened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the picture, on black; Escape leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that the keyboard can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it computes with, what is missing, and a report to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder with what the app and the engine have written, for a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About sd3explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licence and what it is built on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey: no colour beside the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what is selected, or the next thing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In windows that are opened from now on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlendEditor</name>
    <message>
        <source>Earlier prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: leads back to its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} prompts, mixed along a route of {1} keyframes. The map (M) shows and draws it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit what prompt {0} avoids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit prompt {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change picture {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take picture {0} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeCurve</name>
    <message>
        <source>Change between frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the picture changes from frame to frame; flat is even motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridge over a cut: frame {first} lies between one picture and the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridge over a cut: frames {first} to {last} melt from one picture into the other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window can&apos;t be opened: Python can&apos;t be started again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here opens folders; it is in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no log: {0} can&apos;t be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here opens folders; the logs are in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComputerDialog</name>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts that were checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To report a fault, copy this. It has no prompts, and your name is left out of paths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the report to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Looking for models…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the walk:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore the latent space of Stable Diffusion 3.&lt;br&gt;Apache License 2.0. Built on KerasHub, Keras and Qt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Untitled walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load what was changed outside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DwellBox</name>
    <message>
        <source>Hold </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how many more frames this prompt shows before the way to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Easing</name>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ease in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ease out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ease in-out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExamplesDialog</name>
    <message>
        <source>New walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example walks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two prompts to write, and the way between them in {0} frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs the model {0}, which has to be fetched once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Looking up frames…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder follows when all are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {format} follows when all are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of 1 frame; {follows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} frames; {follows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not saved: the walk has changed; save it when all frames are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder for the frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All frames must be rendered first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file where you want it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the file, to paste it into a folder or a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save one picture of all frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} plays {asked} as {played} fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be dragged yet: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is still being made; drag it when it is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} isn&apos;t made yet: the button on it does that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save contact sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export options…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include the walk in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who opens such a file here gets the walk, prompts and all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EXPORT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single frames and contact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ways to export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportTile</name>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop making this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try {n} · {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finishing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frames} · {pixels} · {size} · drag me out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag it into a folder, a browser or a chat. Return saves it, Ctrl+C copies it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>1 frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FetchRow</name>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops fetching; what has arrived is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileLock</name>
    <message>
        <source>another window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window on {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the walk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendered frames are kept either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app ended unexpectedly. Unsaved changes of “{0}” were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes from last time can&apos;t be read; they are kept in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is open in {1}; this is a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was changed by another program, so it wasn&apos;t saved. Your edits are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load its changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is open in another window ({1}); save under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walks, exported files and lists of prompts ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of prompts ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walks (*{0})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmModel</name>
    <message>
        <source>Frames {first} to {last}: {done} of {count} rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number}, on a bridge over a cut: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting to be rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldersHint</name>
    <message>
        <source>No&amp;t now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all was looked through, as there are too many files. Add the folders that have models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder of ComfyUI, A1111 or Forge is where it usually is. If you have models, add their folder, or drop it or a file here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Animated GIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animated AVIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animated PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact sheet PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact sheet JPG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrameActions</name>
    <message>
        <source>Save this frame…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Frames</name>
    <message>
        <source>{0} is not on this machine; Walk › Models fetches it, or chooses another one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridEditor</name>
    <message>
        <source>Top left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of pictures, from the top prompts to the bottom ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of pictures, from the left prompts to the right ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit what the {corner} prompt avoids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit {corner} prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidedSteps</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without guidance no step is guided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} steps guided: {2} % less work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guided steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest guided noise level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest guided noise level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance doubles the work of a step; only in the middle, at the noise levels where it matters most, it saves time and looks about as good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gui&amp;ded steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise &amp;levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest guided noise level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest guided noise level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 0, the finished picture, to 1, pure noise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>Drag to another place (Alt+Up, Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Untitled walk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search titles and prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep a history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records hold prompts, in a folder that only you can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this record; its frames stay in the frame store (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return or a double click opens the walk as a new document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was rendered says that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet: what you render from now on comes here, as long as its frames are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All records are removed, which can&apos;t be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames and walk files stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>seed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HubRow</name>
    <message>
        <source>&lt;a href=&quot;{0}&quot;&gt;Make a token&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable {0} is set, and comes before what is entered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token is kept in {0}. A new one replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as {0}; the token is kept in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API token, or all that is in kaggle.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token, hf_…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyframeCard</name>
    <message>
        <source>Prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete (a morph needs two prompts)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold for some frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyframeList</name>
    <message>
        <source>{count} earlier prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more prompts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyframeTrack</name>
    <message>
        <source>Keyframes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete keyframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk needs two keyframes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete keyframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyframe {number} of {count}, frame {frame}: {prompt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoraList</name>
    <message>
        <source>LORAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add LoRA…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a small change to the model; or drop its file on the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary along the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each prompt has its own strengths, and frames go from one to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change LoRA strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove LoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary LoRAs along the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep LoRAs along the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of a LoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRAs (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoraRow</name>
    <message>
        <source>How much of this LoRA; 0 is none, and below 0 it leads the other way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of LoRA {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove LoRA {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes {0} modules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} modules are in this model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoraStrengths</name>
    <message>
        <source>Strength of {0} at prompt {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of this LoRA is shown at this prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong in the app itself. Your walk and its frames are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only starred ({0} of {1} stars are on a frame now)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render s&amp;election ({0} frames)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has its own steps, guidance and size; Undo brings the last ones back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be opened here: drop a walk, a picture or video that carries one, a list of prompts, a model or a LoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model takes at most {0} LoRAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add LoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is on another machine ({1}): copy it to this one, and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Maker</name>
    <message>
        <source>The file could not be made ready: {reason}; free some space</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{0} · picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · seed {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapAside</name>
    <message>
        <source>Step &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lead back to its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Walk along it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The route becomes the walk&apos;s path; Undo brings the last one back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk along a route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The walk goes along it now: Ctrl+Return renders it, Ctrl+Z brings its last path back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture for the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is on the map already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pins are on a circle: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add prompts or pictures: between two and more of them there is something to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map is full: there is room for {0} pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding out how far the prompts are apart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw on, or click to lead the route on straight; Backspace takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move over the map to look around · drag to draw a route · click pins to go through them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move over the map: what is mixed there shows here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message>
        <source>Picture of the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MixField</name>
    <message>
        <source>This picture lay between prompts, and stays as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the words of the nearer prompt instead, to change them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelTexts</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being copied…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use, not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being copied or fetched just now, and looked at again when it is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1}, of which {2} are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs about {0} of memory; {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may not load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking the hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of about {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first fetch, accept its licence on {0} with an account on {1}, and enter a token of that account under &lt;i&gt;Accounts&lt;/i&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renders the walk with this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads this model, or goes on with that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a folder of ComfyUI, A1111 or Forge, or any other with models in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a fi&amp;le…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a model that is one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ccounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens for Kaggle and Hugging Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U&amp;nload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the engine and gives its memory back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one that can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {0} that can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes {0} off the list; its files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of a model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsView</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MorphEditor</name>
    <message>
        <source>Add prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead back to the first prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The walk ends where it starts, so that it can loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move keyframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit what prompt {number} avoids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA strength at prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guidance at prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture of prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>easing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lead back to the first prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end at the last prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MotionBar</name>
    <message>
        <source>Even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridges over cuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places frames where the picture has changed by as much again each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the picture melt where it would jump or nearly so; else hard cuts stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an even motion has bridges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion: even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion: steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for even places…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bridges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hard cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hard cuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest step from a frame to the next is {times} the usual one: 1× is perfectly even. Click to go there, after frame {frame}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grid shows every mix of its prompts, so its frames stay where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each frame has a noise of its own, so no picture leads to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even motion takes three frames or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither the prompt nor the noise moves here: all frames are alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the largest step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridge cuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep cuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Noise</name>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All frames start from the same noise: calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt and noise stay: all frames are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each frame starts from noise of its own: restless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, each from a noise of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise goes once round a circle: loops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, once round a circle of noise: a loop without a seam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise goes from seed to seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, through several seeds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoiseEditor</name>
    <message>
        <source>NOISE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffle seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For prompts without a seed of their own; from seed to seed in step with the prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the seeds: nothing changes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the seeds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>All frames are there: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export isn&apos;t saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Say so on the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a &amp;sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When rendering or an export has come to its end, and another window is in front:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnePromptEditor</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit what the prompt avoids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Export options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to play yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file could be made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A width in pixels, a percentage, or a factor such as 2×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur from pixel to pixel; else whole factors repeat pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it plays; a video holds its frames as often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick files are made sooner, and are larger or coarser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much a GIF mixes pixels to make up for the colours it lacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest size that the file may have; quality is given up for it, then pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames in each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of each frame, or its prompt, below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include its pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The walk in the file has the pictures of its keyframes; whoever gets it can see them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dithering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max file si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsView</name>
    <message>
        <source>Making it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making it smaller, try {n}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is being made; change an option to make one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnSettings</name>
    <message>
        <source>between seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the picture follows its prompt here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the seed to the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the guidance to the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance at prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>Morph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through two or more prompts, one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes of many prompts, along a route over the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along a route between {prompts} prompts in {frames} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All mixes of four prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mix of four prompts, {rows} × {columns} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grid has rows × columns frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wander</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away from one prompt, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drifting away from one prompt in {frames} frames, until the picture falls apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance {distance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One prompt for all frames; the noise may move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One prompt in {frames} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through {prompts} prompts in {frames} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From one prompt to another in {frames} frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathDrawing</name>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. The dot is where the playhead is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathPanel</name>
    <message>
        <source>Kind of path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change path to {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>between pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near it: the prompt&apos;s picture takes after this one
Through it: the walk comes to this very picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the picture is changed; at 0 % it stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the picture away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the walk comes to {picture}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of {picture} is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by {0} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>Pictures ({0})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Drag the frame to show another part; turn the wheel to come nearer
With the keyboard: the arrow keys, + and −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the file: drop it here again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Picture for a keyframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of a keyframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blend takes its pictures from the map: press M, and drop this one there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a morph has keyframes that take pictures: change the path to Morph first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {0} keyframes, and can be no more: drop the picture on one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for a keyframe here: drop the picture on the card of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures: take one away first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture belongs to prompt {0} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} made it of “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take its words and numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take what a picture was made of</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinBar</name>
    <message>
        <source>How pins are mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a square of four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another prompt for the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a picture on the map; you can drop or paste one as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another &amp;seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the chosen pin on the map again, with a noise of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;rrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put pins where they belong, but for those that you moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move pin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Preview of the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: it holds until the app ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all preferences?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys too. How much frames may take stays, as do frames and walks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>no prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rendering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} can&apos;t be rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is rendered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has another model, size or LoRAs: show this version to render it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture shows as soon as it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guidance {scale}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is from before the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other} from before the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first time, the app measures what suits this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is not on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk › Models fetches it, or chooses another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} renders this walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No frame comes before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number}, the one before, isn&apos;t rendered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to frame {number}, {times} × as bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside it {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save frame…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pixel for pixel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message>
        <source>{count} / {limit} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers} · the end is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of this prompt, and how many the model reads; the rest is struck out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model wasn&apos;t taught these words and draws anything for them; Ctrl+Space lists what it knows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptLists</name>
    <message>
        <source>There is no text to paste: copy a list of prompts first, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take prompts from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as text: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prompt has wildcards: they are written {a|b}, or __name__ for a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw wildcards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drew the wildcards of {0} by the seed {1}; Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some have wildcards, which can be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path goes through {0} now, in {1} frames; Undo brings the last path back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the files of wildcards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptsField</name>
    <message>
        <source>Describe the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to lead away from (negative prompt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to avoid at: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Clear list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent walks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Unsaved edits can&apos;t be kept for a crash; save the walk. {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenderControl</name>
    <message>
        <source> · {0} frames/s · {1} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenderingPage</name>
    <message>
        <source>Automatic: one that has the GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: what suits the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model of new walks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For File › New. A walk that exists keeps its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;cision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both hold at once, in this window. In another precision, frames are other frames: they are rendered anew, and come back with the precision that they were rendered in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Frame numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop from frame {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplerPanel</name>
    <message>
        <source> fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many frames the walk has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denoising steps: more are slower and finer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strictly the picture follows the prompt; 1 or less is twice as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width × height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames rendered at once; less needs less memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIMING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame ra&amp;te</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk loops without a jump where it leads back to its first prompt, and its noise is fixed, an orbit, or leads back too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frames} frames there and back = {shown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frames} frames, once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frames} frames, then on from the first: no jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frames} frames, then a jump to the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Progress of saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} follows when it is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {name} · {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving {name} · try {n}, {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Another seed at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedList</name>
    <message>
        <source>{count} earlier seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead back to the first seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lead back to the first seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end at the last seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>{0} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guidance {0:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avoiding {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avoiding nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>towards {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the walk&apos;s seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is varied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far from the seed of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far from the seed of now: left is nearly the same picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other &amp;seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pictures for all that are not pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures with their captions, as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of prompt {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds near this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps × seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance × seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA × seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture × seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to avoid × seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts × seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} pictures can&apos;t be rendered: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click takes a picture · its corner pins it (P) · the one you look at is refined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be written; choose another folder, and a name that ends in .png</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: not rendered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be rendered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutTree</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shortcut has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select frames in the strip (or drag there with Shift)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the keyframe a frame on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the keyframe a frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a handle of the speed curve a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the speed curve straight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of what has the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the prompt up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the prompt down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Key of the selected action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that it comes with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;usual keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys as they come with the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return on a row, then press its new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the key of {1} › {2}, which would lose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a meaning of its own there ({1}: {2}); press another key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeedTrack</name>
    <message>
        <source>Speed curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First handle of way {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second handle of way {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} % of the time, {way} % of the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag it, freely with Alt; arrow keys, finely with Shift; Delete makes it straight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change speed curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed curve of way {number}: {easing}
Double-click makes a keyframe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Star frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No frame has a star: S puts one on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame can have a star when its model is on this machine and it is looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames of an even walk can have stars when their places are found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Frames rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the engine does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the engine is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting the engine ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiling for this image size and batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering 1 picture to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering {0} pictures to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refining drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for even places · {0}&#xa0;% · {1} rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering {0} of {1} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up frames…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rendered to find even places · Ctrl+Return goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frame is rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0} frames rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · rendering goes on after edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of 1 frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · Ctrl+Return renders the rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stills</name>
    <message>
        <source>The pictures could not be made ready: {0}; free some space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only frames that are rendered can be dragged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} frames at once are too many to drag: select {1}, or export the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are ready now: drag them once more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Save a walk by &amp;itself, a moment after every edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free &amp;space…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes frames of other days, which can be rendered again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once it has a file. Undo still leads back; without this, unsaved edits are kept too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendered frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also for the command line. The frames that were not used for longest go first, never those of the walk that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} isn&apos;t there any more; the next frame that is rendered makes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here opens folders; it is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove rendered frames?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All go but those of the walk that is open, and those rendered or shown since the app began. They can be rendered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Only a morph, a blend or a held prompt takes keyframes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make keyframe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model: choose another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the device that renders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tracks</name>
    <message>
        <source>Scroll the frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>J K L · ← → step · Space play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} · I make keyframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of playback: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionChip</name>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
A click shows it, a double click renames it; its menu compares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with the walk as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>The walk is kept as “{0}” already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show version “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the version:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other version: keep this one with Ctrl+K, and change the walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsBar</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the walk as it is now as a version (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version beside the walk as it is now (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One over the other, with a line that you can drag (Shift+C)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WanderEditor</name>
    <message>
        <source>How far each number of the embedding moves from one frame to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All alike: every number of the embedding grows by the same. Random: each its own way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change step size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change direction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WayRow</name>
    <message>
        <source>Length of this way beside the others: 2× takes twice as long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easing after prompt {number}: {easing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easing: how the frames are shared out on this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length after prompt {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SeedRow</name>
    <message>
        <source>Remove: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
