<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Models with a licence are fetched with an account that has accepted it. A token stays with the hub&apos;s own library on this machine, which other programs share.</source>
        <translation>Modelle mit einer Lizenz werden über ein Konto geladen, das sie angenommen hat. Ein Token bleibt bei der Bibliothek des Hubs auf diesem Rechner; andere Programme benutzen es auch.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Walk</source>
        <translation>&amp;Walk</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Rendern</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>W&amp;iedergabe</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu …</translation>
    </message>
    <message>
        <source>Begin with an example or an empty walk</source>
        <translation>Mit einem Beispiel oder einem leeren Walk beginnen</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues Fens&amp;ter</translation>
    </message>
    <message>
        <source>Open another window, beside this one</source>
        <translation>Ein weiteres Fenster neben diesem öffnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a walk file, or a list of prompts</source>
        <translation>Einen Walk oder eine Liste von Prompts öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>Walk speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save the walk under another name</source>
        <translation>Walk unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf …</translation>
    </message>
    <message>
        <source>What was rendered before, by thumbnail</source>
        <translation>Was bisher gerendert wurde, mit Vorschaubildern</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Save the finished pictures</source>
        <translation>Die fertigen Bilder speichern</translation>
    </message>
    <message>
        <source>Export o&amp;ptions…</source>
        <translation>E&amp;xportoptionen …</translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation>Größe, Qualität und mehr, mit einer Vorschau der Datei</translation>
    </message>
    <message>
        <source>Save this &amp;frame…</source>
        <translation>&amp;Diesen Frame speichern …</translation>
    </message>
    <message>
        <source>Save the frame under the playhead</source>
        <translation>Den Frame an der Abspielposition speichern</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>End the app; other windows stay</source>
        <translation>Die App beenden; andere Fenster bleiben offen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Redo the last undone edit</source>
        <translation>Die Änderung wieder vornehmen</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>&amp;Frame kopieren</translation>
    </message>
    <message>
        <source>Copy the frame under the playhead to the clipboard</source>
        <translation>Den Frame an der Abspielposition in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copy pro&amp;mpts as text</source>
        <translation>&amp;Prompts als Text kopieren</translation>
    </message>
    <message>
        <source>Copy all prompts, one per line, or as CSV with their frames</source>
        <translation>Alle Prompts kopieren, einen pro Zeile, oder als CSV mit ihren Frames</translation>
    </message>
    <message>
        <source>Paste prompts or a picture</source>
        <translation>Prompts oder ein Bild einfügen</translation>
    </message>
    <message>
        <source>Make a path from a list of prompts, or give the keyframe here a picture</source>
        <translation>Den Pfad aus einer Liste machen, oder dem Schlüsselbild hier ein Bild geben</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>Prompt &amp;bearbeiten</translation>
    </message>
    <message>
        <source>Go to the prompt at the playhead</source>
        <translation>Zum Prompt an der Abspielposition gehen</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Appearance, models, saving, keys, and how much rendered frames may take</source>
        <translation>Aussehen, Modelle, Speichern, Tasten und der Platz für gerenderte Frames</translation>
    </message>
    <message>
        <source>Make keyframe &amp;here</source>
        <translation>Schlüsselbild &amp;hier setzen</translation>
    </message>
    <message>
        <source>Pin a prompt to this frame</source>
        <translation>Einen Prompt an diesen Frame heften</translation>
    </message>
    <message>
        <source>Keyframe from a p&amp;icture…</source>
        <translation>&amp;Schlüsselbild aus einem Bild …</translation>
    </message>
    <message>
        <source>Give a picture to the keyframe at the playhead, or make one of it</source>
        <translation>Dem Schlüsselbild an der Abspielposition ein Bild geben, oder eines daraus machen</translation>
    </message>
    <message>
        <source>E&amp;xplore…</source>
        <translation>&amp;Erkunden …</translation>
    </message>
    <message>
        <source>Other seeds, steps and more of what is under the playhead, side by side</source>
        <translation>Andere Seeds, Schritte und mehr für die Abspielposition, nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Map…</source>
        <translation>&amp;Karte …</translation>
    </message>
    <message>
        <source>Prompts as pins: look around between them, and draw a route</source>
        <translation>Prompts als Pins: dazwischen umsehen und eine Route zeichnen</translation>
    </message>
    <message>
        <source>Draw &amp;wildcards</source>
        <translation>&amp;Platzhalter auslosen</translation>
    </message>
    <message>
        <source>Choose from {red|blue} and __name__ in all prompts at random, by a new seed</source>
        <translation>Aus {red|blue} und __name__ in allen Prompts mit einem neuen Seed einfachen Text machen</translation>
    </message>
    <message>
        <source>Re&amp;verse</source>
        <translation>&amp;Umkehren</translation>
    </message>
    <message>
        <source>Go through the walk from its end to its start</source>
        <translation>Den Walk vom Ende zum Anfang durchlaufen</translation>
    </message>
    <message>
        <source>&amp;Shuffle prompts</source>
        <translation>&amp;Reihenfolge der Prompts würfeln</translation>
    </message>
    <message>
        <source>Put the prompts into another order; lengths and easings stay where they are</source>
        <translation>Die Prompts anders anordnen; Längen und Easings bleiben an ihrem Platz</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Continue with a copy that has no file yet</source>
        <translation>Mit einer Kopie weiterarbeiten, die noch keine Datei hat</translation>
    </message>
    <message>
        <source>&amp;Keep version</source>
        <translation>Version &amp;behalten</translation>
    </message>
    <message>
        <source>Keep the walk as it is now, to come back to it or compare with it</source>
        <translation>Den Walk im jetzigen Zustand behalten, um zurückzukehren oder zu vergleichen</translation>
    </message>
    <message>
        <source>&amp;Compare versions</source>
        <translation>&amp;Versionen vergleichen</translation>
    </message>
    <message>
        <source>Show another version beside the walk</source>
        <translation>Eine andere Version neben dem Walk zeigen</translation>
    </message>
    <message>
        <source>Compare by a &amp;line</source>
        <translation>M&amp;it einer Trennlinie vergleichen</translation>
    </message>
    <message>
        <source>One version over the other with a line that you can drag, or side by side</source>
        <translation>Eine Version über der anderen mit einer verschiebbaren Trennlinie, oder nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Title…</source>
        <translation>&amp;Titel …</translation>
    </message>
    <message>
        <source>Give the walk a title</source>
        <translation>Dem Walk einen Titel geben</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>&amp;Modelle …</translation>
    </message>
    <message>
        <source>Choose the model, or fetch one</source>
        <translation>Das Modell wählen oder eines laden</translation>
    </message>
    <message>
        <source>Render what is missing, and continue after every edit until it is stopped</source>
        <translation>Rendern, was fehlt, und nach jeder Änderung weiter, bis gestoppt wird</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Stop rendering, now and after edits; finished frames stay</source>
        <translation>Das Rendern stoppen, jetzt und nach Änderungen; fertige Frames bleiben</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>Show a quick draft wherever the playhead goes</source>
        <translation>Einen schnellen Entwurf zeigen, wo immer die Abspielposition ist</translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation>&amp;Auswahl rendern</translation>
    </message>
    <message>
        <source>Render only the frames that are selected: drag over them with Shift</source>
        <translation>Nur die ausgewählten Frames rendern: mit der Umschalttaste darüberziehen</translation>
    </message>
    <message>
        <source>Add to &amp;queue…</source>
        <translation>In die &amp;Warteschlange …</translation>
    </message>
    <message>
        <source>Add this walk to the queue, which renders and exports it in its turn</source>
        <translation>Diesen Walk rendern und exportieren, wenn er an der Reihe ist</translation>
    </message>
    <message>
        <source>Sho&amp;w queue</source>
        <translation>Warteschlange &amp;zeigen</translation>
    </message>
    <message>
        <source>What is waiting, what is being made, and what has become of the rest</source>
        <translation>Was wartet, was gerade entsteht und was aus dem Rest wurde</translation>
    </message>
    <message>
        <source>&amp;Try failed frames again</source>
        <translation>&amp;Fehlgeschlagene Frames erneut versuchen</translation>
    </message>
    <message>
        <source>Try again to render the frames that failed</source>
        <translation>Frames erneut rendern, die nicht gerendert werden konnten</translation>
    </message>
    <message>
        <source>&amp;Get the engine ready in advance</source>
        <translation>&amp;Engine im Voraus bereit machen</translation>
    </message>
    <message>
        <source>Load the model and compile while nothing is rendered yet</source>
        <translation>Das Modell laden und kompilieren, solange noch nichts gerendert wird</translation>
    </message>
    <message>
        <source>&amp;Unload the model</source>
        <translation>&amp;Modell entladen</translation>
    </message>
    <message>
        <source>Stop the engine and free its memory</source>
        <translation>Die Engine beenden und ihren Speicher freigeben</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Abspielen &amp;oder anhalten</translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation>Den Walk abspielen</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>&amp;Rückwärts abspielen</translation>
    </message>
    <message>
        <source>Play backwards; again is faster</source>
        <translation>Rückwärts abspielen; noch einmal ist schneller</translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>&amp;Vorwärts abspielen</translation>
    </message>
    <message>
        <source>Play forwards; again is faster</source>
        <translation>Vorwärts abspielen; noch einmal ist schneller</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>Play slower, down to a quarter of the speed</source>
        <translation>Langsamer abspielen, bis zu einem Viertel der Geschwindigkeit</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>S&amp;chneller</translation>
    </message>
    <message>
        <source>Play faster, up to double speed</source>
        <translation>Schneller abspielen, bis zur doppelten Geschwindigkeit</translation>
    </message>
    <message>
        <source>Loop f&amp;rom here</source>
        <translation>Schleife ab &amp;hier</translation>
    </message>
    <message>
        <source>Loop from this frame on</source>
        <translation>Von diesem Frame an abspielen, immer wieder</translation>
    </message>
    <message>
        <source>Loop t&amp;o here</source>
        <translation>Schleife &amp;bis hier</translation>
    </message>
    <message>
        <source>Loop up to this frame</source>
        <translation>Bis zu diesem Frame abspielen, immer wieder</translation>
    </message>
    <message>
        <source>Clear loop ran&amp;ge</source>
        <translation>&amp;Schleifenbereich aufheben</translation>
    </message>
    <message>
        <source>Play the whole walk again</source>
        <translation>Wieder den ganzen Walk abspielen</translation>
    </message>
    <message>
        <source>Pre&amp;vious frame</source>
        <translation>Voriger &amp;Frame</translation>
    </message>
    <message>
        <source>Go one frame back</source>
        <translation>Einen Frame zurück</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>&amp;Nächster Frame</translation>
    </message>
    <message>
        <source>Go one frame forward</source>
        <translation>Einen Frame weiter</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Zehn Frames zurück</translation>
    </message>
    <message>
        <source>Go ten frames back</source>
        <translation>Zehn Frames zurückgehen</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>Zehn Frames weiter</translation>
    </message>
    <message>
        <source>Go ten frames forward</source>
        <translation>Zehn Frames weitergehen</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>&amp;Erster Frame</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>Zum ersten Frame</translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation>Le&amp;tzter Frame</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>Zum letzten Frame</translation>
    </message>
    <message>
        <source>&amp;Star this frame</source>
        <translation>Stern für &amp;diesen Frame</translation>
    </message>
    <message>
        <source>Put a star on the frame under the playhead, or remove it</source>
        <translation>Dem Frame an der Abspielposition einen Stern geben oder nehmen</translation>
    </message>
    <message>
        <source>Previous star</source>
        <translation>Voriger Stern</translation>
    </message>
    <message>
        <source>Go back to the last frame with a star</source>
        <translation>Zurück zum vorigen Frame mit Stern</translation>
    </message>
    <message>
        <source>Next star</source>
        <translation>Nächster Stern</translation>
    </message>
    <message>
        <source>Go on to the next frame with a star</source>
        <translation>Weiter zum nächsten Frame mit Stern</translation>
    </message>
    <message>
        <source>Only starre&amp;d</source>
        <translation>Nur &amp;mit Stern</translation>
    </message>
    <message>
        <source>Play and step through starred frames only, each for a second</source>
        <translation>Nur Frames mit Stern abspielen und ansteuern, jeden eine Sekunde lang</translation>
    </message>
    <message>
        <source>Zoom timeline in</source>
        <translation>Zeitleiste vergrößern</translation>
    </message>
    <message>
        <source>Zoom timeline out</source>
        <translation>Zeitleiste verkleinern</translation>
    </message>
    <message>
        <source>Whole walk in the timeline</source>
        <translation>Ganzen Walk in der Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>S&amp;mooth preview</source>
        <translation>Vorschau &amp;glätten</translation>
    </message>
    <message>
        <source>Smooth pixels when zoomed in</source>
        <translation>Pixel beim Vergrößern glätten</translation>
    </message>
    <message>
        <source>Onion s&amp;kin</source>
        <translation>&amp;Zwiebelhaut</translation>
    </message>
    <message>
        <source>See the frames before and after through the picture</source>
        <translation>Die Frames davor und danach durch das Bild sehen</translation>
    </message>
    <message>
        <source>&amp;Difference from the frame before</source>
        <translation>&amp;Unterschied zum vorigen Frame</translation>
    </message>
    <message>
        <source>See only what has changed, brightened</source>
        <translation>Nur sehen, was sich geändert hat, aufgehellt</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Only the picture, on black; Escape leaves</source>
        <translation>Nur das Bild, auf Schwarz; Escape beendet es</translation>
    </message>
    <message>
        <source>&amp;Documentation…</source>
        <translation>D&amp;okumentation …</translation>
    </message>
    <message>
        <source>The documentation, searchable without a network</source>
        <translation>Alles, was es zu lesen gibt, auch ohne Netz durchsuchbar</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>Where to write, to render, and to pick up the finished file</source>
        <translation>Wo man schreibt, rendert und die fertige Datei nimmt</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys and what they do</source>
        <translation>Alles, was die Tastatur kann</translation>
    </message>
    <message>
        <source>&amp;Check this computer…</source>
        <translation>&amp;Diesen Rechner prüfen …</translation>
    </message>
    <message>
        <source>What it computes with, what is missing, and a report to copy</source>
        <translation>Womit er rechnet, was fehlt, und ein Bericht zum Kopieren</translation>
    </message>
    <message>
        <source>Collect a &amp;report…</source>
        <translation>&amp;Bericht sammeln …</translation>
    </message>
    <message>
        <source>For a bug report: versions, this computer and the latest logs</source>
        <translation>Was hilft, einen Fehler zu finden: Versionen, dieser Rechner und die letzten Protokolle</translation>
    </message>
    <message>
        <source>Show &amp;logs</source>
        <translation>&amp;Protokolle zeigen</translation>
    </message>
    <message>
        <source>The folder with the logs of the app and the engine, for a bug report</source>
        <translation>Der Ordner mit dem, was App und Engine geschrieben haben, für einen Bericht</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>L&amp;izenzen …</translation>
    </message>
    <message>
        <source>The software that the app is made of, and its licences</source>
        <translation>Wessen Arbeit in der App steckt und unter welchen Bedingungen</translation>
    </message>
    <message>
        <source>&amp;About sd3explorer</source>
        <translation>Über &amp;sd3explorer</translation>
    </message>
    <message>
        <source>Version, licence and what it is built on</source>
        <translation>Version, Lizenz und worauf es aufbaut</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosé</translation>
    </message>
    <message>
        <source>Grey: no colour beside the picture</source>
        <translation>Grau: keine Farbe neben dem Bild</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>The&amp;ma</translation>
    </message>
    <message>
        <source>&amp;Accent</source>
        <translation>&amp;Akzent</translation>
    </message>
    <message>
        <source>The colour of what is selected, or the next thing to do.</source>
        <translation>Für Ausgewähltes und den nächsten Handgriff.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>In windows that are opened from now on.</source>
        <translation>In Fenstern, die ab jetzt geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>BlendEditor</name>
    <message>
        <source>Earlier prompts</source>
        <translation>Frühere Prompts</translation>
    </message>
    <message>
        <source>More prompts</source>
        <translation>Weitere Prompts</translation>
    </message>
    <message>
        <source>{0} prompts, mixed along a route of {1} keyframes. The map shows and draws it.</source>
        <translation>{0} Prompts, gemischt entlang einer Route mit {1} Schlüsselbildern. Die Karte zeigt und zeichnet sie.</translation>
    </message>
    <message>
        <source>Prompt {0}</source>
        <translation>Prompt {0}</translation>
    </message>
    <message>
        <source>edit what prompt {0} avoids</source>
        <translation>Negativen Prompt {0} bearbeiten</translation>
    </message>
    <message>
        <source>edit prompt {0}</source>
        <translation>Prompt {0} bearbeiten</translation>
    </message>
    <message>
        <source>change picture {0}</source>
        <translation>Bild {0} ändern</translation>
    </message>
    <message>
        <source>remove picture {0}</source>
        <translation>Bild {0} entfernen</translation>
    </message>
</context>
<context>
    <name>ChangeCurve</name>
    <message>
        <source>Change between frames</source>
        <translation>Änderung zwischen Frames</translation>
    </message>
    <message>
        <source>How much the picture changes from frame to frame; flat is even motion</source>
        <translation>Wie sehr sich das Bild von Frame zu Frame ändert; flach heißt gleichmäßige Bewegung</translation>
    </message>
    <message>
        <source>Bridge over a cut: frame {first} lies between one picture and the other</source>
        <translation>Brücke über einen Schnitt: Frame {first} liegt zwischen den beiden Bildern</translation>
    </message>
    <message>
        <source>Bridge over a cut: frames {first} to {last} melt from one picture into the other</source>
        <translation>Brücke über einen Schnitt: Frames {first} bis {last} gehen von einem Bild ins andere über</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>{0} is gone, so it is no longer among the recent walks</source>
        <translation>{0} ist nicht mehr da und steht darum nicht mehr unter den zuletzt geöffneten Walks</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Rückgängig: {0}</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>&amp;Wiederholen: {0}</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Shuffle prompts</source>
        <translation>Reihenfolge der Prompts würfeln</translation>
    </message>
    <message>
        <source>Another window can&apos;t be opened: Python can&apos;t be started again</source>
        <translation>Es kann kein weiteres Fenster geöffnet werden: Python lässt sich nicht noch einmal starten</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>{0} waits in the queue</source>
        <translation>{0} wartet in der Warteschlange</translation>
    </message>
    <message>
        <source>{0} is waiting in the queue, which isn&apos;t started</source>
        <translation>{0} wartet in der Warteschlange, die nicht gestartet ist</translation>
    </message>
    <message>
        <source>No program here opens folders; it is in {0}</source>
        <translation>Kein Programm hier öffnet Ordner; die Datei ist in {0}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>There is no log: {0} can&apos;t be written</source>
        <translation>Es gibt kein Protokoll: {0} kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>No program here opens folders; the logs are in {0}</source>
        <translation>Kein Programm hier öffnet Ordner; die Protokolle sind in {0}</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>Titel ändern</translation>
    </message>
</context>
<context>
    <name>ComputerDialog</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Report on this computer</source>
        <translation>Bericht über diesen Rechner</translation>
    </message>
    <message>
        <source>The report appears here.</source>
        <translation>Hier erscheint der Bericht.</translation>
    </message>
    <message>
        <source>Parts that were checked</source>
        <translation>Geprüfte Teile</translation>
    </message>
    <message>
        <source>With the last &amp;logs</source>
        <translation>&amp;Mit den letzten Protokollen</translation>
    </message>
    <message>
        <source>With this &amp;walk and its prompts</source>
        <translation>Mit &amp;diesem Walk und seinen Prompts</translation>
    </message>
    <message>
        <source>To report a fault, copy this. Prompts are in it only if you say so; your name is left out.</source>
        <translation>Für eine Fehlermeldung dies kopieren. Prompts sind nur auf Wunsch darin; der eigene Name ist entfernt.</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Stops checking</source>
        <translation>Bricht die Prüfung ab</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the report to the clipboard</source>
        <translation>Kopiert den Bericht in die Zwischenablage</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Looking for models…</source>
        <translation>Modelle werden gesucht …</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title of the walk:</source>
        <translation>Titel des Walks:</translation>
    </message>
    <message>
        <source>Render this much?</source>
        <translation>So viel rendern?</translation>
    </message>
    <message>
        <source>This walk needs a lot of space, and time.</source>
        <translation>Dieser Walk braucht viel Platz und Zeit.</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>{0} frames of {1} × {2} take up to {3} in the frame store.</source>
        <translation>{0} Frames mit {1} × {2} belegen bis zu {3} im Frame-Speicher.</translation>
    </message>
    <message>
        <source>{0} are free.</source>
        <translation>{0} sind frei.</translation>
    </message>
    <message>
        <source>Explore the latent space of Stable Diffusion 3.&lt;br&gt;Apache License 2.0. Built on KerasHub, Keras and Qt.</source>
        <translation>Den latenten Raum von Stable Diffusion 3 erkunden.&lt;br&gt;Apache-Lizenz 2.0. Aufgebaut auf KerasHub, Keras und Qt.</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Untitled walk</source>
        <translation>Unbenannter Walk</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <source>load changes from outside</source>
        <translation>Änderungen von außen laden</translation>
    </message>
</context>
<context>
    <name>DwellBox</name>
    <message>
        <source>Hold </source>
        <translation>Halten </translation>
    </message>
    <message>
        <source>For how many more frames this prompt is held before the way to the next</source>
        <translation>Wie viele Frames länger dieser Prompt zu sehen ist, bevor der Weg zum nächsten beginnt</translation>
    </message>
    <message>
        <source> frame</source>
        <translation> Frame</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> Frames</translation>
    </message>
</context>
<context>
    <name>Easing</name>
    <message>
        <source>Custom</source>
        <translation>Eigene Kurve</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Ease in</source>
        <translation>Ease-in</translation>
    </message>
    <message>
        <source>Ease out</source>
        <translation>Ease-out</translation>
    </message>
    <message>
        <source>Ease in-out</source>
        <translation>Ease-in-out</translation>
    </message>
</context>
<context>
    <name>EnginesButton</name>
    <message>
        <source>Engines</source>
        <translation>Engines</translation>
    </message>
    <message>
        <source>&amp;Engines on other machines…</source>
        <translation>&amp;Engines auf anderen Rechnern…</translation>
    </message>
    <message>
        <source>{0} engines</source>
        <translation>{0} Engines</translation>
    </message>
    <message>
        <source>{0} · {1} given up</source>
        <translation>{0} · {1} aufgegeben</translation>
    </message>
</context>
<context>
    <name>EnginesPage</name>
    <message>
        <source>Engines on other machines</source>
        <translation>Engines auf anderen Rechnern</translation>
    </message>
    <message>
        <source>Address of an engine</source>
        <translation>Adresse einer Engine</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Machines that you reach by ssh without a password, with the same version of sd3explorer and the model of the walk. They render beside this one.</source>
        <translation>Rechner, die per ssh ohne Passwort erreichbar sind, mit derselben Version von sd3explorer und dem Modell des Walks. Sie rendern neben diesem.</translation>
    </message>
    <message>
        <source>Add an &amp;engine</source>
        <translation>&amp;Engine hinzufügen</translation>
    </message>
    <message>
        <source>Checking what is there…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert…</translation>
    </message>
    <message>
        <source>Copy the model</source>
        <translation>Modell kopieren</translation>
    </message>
    <message>
        <source>{0} will be copied to {1}. That may take hours.</source>
        <translation>{0} werden nach {1} kopiert. Das kann Stunden dauern.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>no GPU, so its processor renders</source>
        <translation>keine GPU, der Prozessor rendert</translation>
    </message>
    <message>
        <source>It works: sd3explorer {0} with {1}; {2}. Models: {3}</source>
        <translation>Es funktioniert: sd3explorer {0} mit {1}; {2}. Modelle: {3}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>It lacks {0}; {1}</source>
        <translation>Dort fehlt {0}; {1}</translation>
    </message>
    <message>
        <source>It has all that this walk needs.</source>
        <translation>Dort ist alles, was dieser Walk braucht.</translation>
    </message>
    <message>
        <source>&amp;Copy {0} there ({1})</source>
        <translation>{0} dorthin &amp;kopieren ({1})</translation>
    </message>
    <message>
        <source>Copying: {0} of {1}</source>
        <translation>Kopiert: {0} von {1}</translation>
    </message>
    <message>
        <source>Copied. Checking what is there…</source>
        <translation>Kopiert. Es wird nachgesehen, was dort ist…</translation>
    </message>
</context>
<context>
    <name>EnginesPanel</name>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Rendert</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Lädt das Modell</translation>
    </message>
    <message>
        <source>Compiling</source>
        <translation>Kompiliert</translation>
    </message>
    <message>
        <source>{0} frames/min</source>
        <translation>{0} Frames/min</translation>
    </message>
</context>
<context>
    <name>ExamplesDialog</name>
    <message>
        <source>New walk</source>
        <translation>Neuer Walk</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Example walks</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Empty walk</source>
        <translation>Leerer Walk</translation>
    </message>
    <message>
        <source>needs {0}</source>
        <translation>braucht {0}</translation>
    </message>
    <message>
        <source>Two prompts to write, and the way between them in {0} frames.</source>
        <translation>Zwei Prompts zum Ausfüllen, und der Weg dazwischen in {0} Frames.</translation>
    </message>
    <message>
        <source>Needs the model {0}, which has to be fetched once.</source>
        <translation>Braucht das Modell {0}, das einmal geladen werden muss.</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Looking up frames…</source>
        <translation>Frames werden gesucht …</translation>
    </message>
    <message>
        <source>the folder follows when all are done</source>
        <translation>der Ordner folgt, wenn alle fertig sind</translation>
    </message>
    <message>
        <source>the {format} follows when all are done</source>
        <translation>{format} folgt, wenn alle fertig sind</translation>
    </message>
    <message>
        <source>{done} of 1 frame; {follows}</source>
        <translation>{done} von 1 Frame; {follows}</translation>
    </message>
    <message>
        <source>{done} of {total} frames; {follows}</source>
        <translation>{done} von {total} Frames; {follows}</translation>
    </message>
    <message>
        <source>{name} was not saved: the walk has changed; save it when all frames are done</source>
        <translation>{name} wurde nicht gespeichert: der Walk hat sich geändert; speichern, wenn alle Frames fertig sind</translation>
    </message>
    <message>
        <source>{name} copied</source>
        <translation>{name} kopiert</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Export this much?</source>
        <translation>So viel exportieren?</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>A folder for the frames</source>
        <translation>Ein Ordner für die Frames</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Hier speichern</translation>
    </message>
    <message>
        <source>All frames must be rendered first</source>
        <translation>Zuerst müssen alle Frames gerendert sein</translation>
    </message>
    <message>
        <source>{done} of {total} are done</source>
        <translation>{done} von {total} sind fertig</translation>
    </message>
    <message>
        <source>Save the file where you want it</source>
        <translation>Die Datei an einem beliebigen Ort speichern</translation>
    </message>
    <message>
        <source>Copy the file, to paste it into a folder or a chat</source>
        <translation>Die Datei kopieren, um sie in einen Ordner oder Chat einzufügen</translation>
    </message>
    <message>
        <source>Save one picture of all frames</source>
        <translation>Alle Frames als ein einziges Bild speichern</translation>
    </message>
    <message>
        <source>{format} plays {asked} as {played} fps</source>
        <translation>{format} spielt {asked} mit {played} fps ab</translation>
    </message>
    <message>
        <source>{name} can&apos;t be dragged yet: {reason}</source>
        <translation>{name} kann noch nicht gezogen werden: {reason}</translation>
    </message>
    <message>
        <source>{name} is still being made; drag it when it is ready</source>
        <translation>{name} wird noch erstellt; ziehen, wenn es fertig ist</translation>
    </message>
    <message>
        <source>{name} isn&apos;t made yet: press the button on it</source>
        <translation>{name} ist noch nicht erstellt: das tut der Knopf darauf</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save contact sheet…</source>
        <translation>Kontaktbogen speichern …</translation>
    </message>
    <message>
        <source>Export options…</source>
        <translation>Exportoptionen …</translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation>Größe, Qualität und mehr, mit einer Vorschau der Datei</translation>
    </message>
    <message>
        <source>Include the walk in the file</source>
        <translation>Walk in die Datei aufnehmen</translation>
    </message>
    <message>
        <source>Anyone who opens such a file here gets the walk, with its prompts</source>
        <translation>Wer so eine Datei hier öffnet, bekommt den Walk mit allen Prompts</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation>Welche Art von Datei aus dem Walk wird</translation>
    </message>
    <message>
        <source>EXPORT</source>
        <translation>EXPORT</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Export options</source>
        <translation>Exportoptionen</translation>
    </message>
    <message>
        <source>Single frames and contact sheet</source>
        <translation>Einzelne Frames und Kontaktbogen</translation>
    </message>
    <message>
        <source>More ways to export</source>
        <translation>Weitere Arten zu exportieren</translation>
    </message>
    <message>
        <source>“{name}” is still being saved.</source>
        <translation>„{name}“ wird noch gespeichert.</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>Beenden?</translation>
    </message>
    <message>
        <source>If you quit now, there will be no such file.</source>
        <translation>Wenn jetzt beendet wird, gibt es diese Datei nicht.</translation>
    </message>
    <message>
        <source>Quit when it is saved</source>
        <translation>Nach dem Speichern beenden</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Jetzt beenden</translation>
    </message>
</context>
<context>
    <name>ExportSize</name>
    <message>
        <source>{0} frames of {1} × {2}: {3} of pixels</source>
        <translation>{0} Frames mit {1} × {2}: {3} an Pixeln</translation>
    </message>
    <message>
        <source>{0}, {1} are free</source>
        <translation>{0}, {1} sind frei</translation>
    </message>
</context>
<context>
    <name>ExportTile</name>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Stop making this file</source>
        <translation>Diese Datei nicht weiter erstellen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>try {n} · {percent}</source>
        <translation>Versuch {n} · {percent}</translation>
    </message>
    <message>
        <source>finishing…</source>
        <translation>wird abgeschlossen …</translation>
    </message>
    <message>
        <source>{frames} · {pixels} · {size} · drag me out</source>
        <translation>{frames} · {pixels} · {size} · zum Herausziehen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Drag it into a folder, a browser or a chat. Return saves it, Ctrl+C copies it.</source>
        <translation>In einen Ordner, Browser oder Chat ziehen. Die Eingabetaste speichert, Strg+C kopiert.</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>1 frame</source>
        <translation>1 Frame</translation>
    </message>
    <message>
        <source>{n} frames</source>
        <translation>{n} Frames</translation>
    </message>
</context>
<context>
    <name>FetchRow</name>
    <message>
        <source>Fetching</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Stops fetching; what has arrived is kept</source>
        <translation>Bricht das Laden ab; was da ist, bleibt</translation>
    </message>
    <message>
        <source>Fetching {0}: {1}</source>
        <translation>{0} wird geladen: {1}</translation>
    </message>
</context>
<context>
    <name>FileLock</name>
    <message>
        <source>another window</source>
        <translation>einem anderen Fenster</translation>
    </message>
    <message>
        <source>a window on {0}</source>
        <translation>einem Fenster auf {0}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Unsaved changes of “{0}” are back.</source>
        <translation>Ungespeicherte Änderungen von „{0}“ sind wieder da.</translation>
    </message>
    <message>
        <source>Open a walk</source>
        <translation>Walk öffnen</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>Walk speichern</translation>
    </message>
    <message>
        <source>Save the walk?</source>
        <translation>Walk speichern?</translation>
    </message>
    <message>
        <source>“{0}” has changes that are not saved.</source>
        <translation>„{0}“ hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Rendered frames are kept either way.</source>
        <translation>Gerenderte Frames bleiben in jedem Fall erhalten.</translation>
    </message>
    <message>
        <source>The app ended unexpectedly. Unsaved changes of “{0}” were kept.</source>
        <translation>Die App wurde unerwartet beendet. Ungespeicherte Änderungen von „{0}“ sind erhalten.</translation>
    </message>
    <message>
        <source>Untitled walk</source>
        <translation>Unbenannter Walk</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Unsaved changes from last time can&apos;t be read; they are kept in {0}</source>
        <translation>Ungespeicherte Änderungen vom letzten Mal sind nicht lesbar; sie liegen in {0}</translation>
    </message>
    <message>
        <source>{0} is open in {1}; this is a copy of it.</source>
        <translation>{0} ist in {1} geöffnet; dies ist eine Kopie davon.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>{0} was changed by another program, so it wasn&apos;t saved. Your edits are kept.</source>
        <translation>{0} wurde von einem anderen Programm geändert und daher nicht gespeichert. Die eigenen Änderungen sind erhalten.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Load its changes</source>
        <translation>Dessen Änderungen laden</translation>
    </message>
    <message>
        <source>{0} is open in another window ({1}); save under another name.</source>
        <translation>{0} ist in einem anderen Fenster geöffnet ({1}); bitte unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>Walks, exported files and lists of prompts ({0})</source>
        <translation>Walks, exportierte Dateien und Prompt-Listen ({0})</translation>
    </message>
    <message>
        <source>Lists of prompts ({0})</source>
        <translation>Prompt-Listen ({0})</translation>
    </message>
    <message>
        <source>Walks (*{0})</source>
        <translation>Walks (*{0})</translation>
    </message>
</context>
<context>
    <name>FilmModel</name>
    <message>
        <source>Frames {first} to {last}: {done} of {count} rendered</source>
        <translation>Frames {first} bis {last}: {done} von {count} gerendert</translation>
    </message>
    <message>
        <source>Frame {number}, on a bridge over a cut: {state}</source>
        <translation>Frame {number}, auf einer Brücke über einen Schnitt: {state}</translation>
    </message>
    <message>
        <source>Frame {number}: {state}</source>
        <translation>Frame {number}: {state}</translation>
    </message>
    <message>
        <source>{text}, starred</source>
        <translation>{text}, mit Stern</translation>
    </message>
    <message>
        <source>not rendered</source>
        <translation>nicht gerendert</translation>
    </message>
    <message>
        <source>waiting to be rendered</source>
        <translation>wartet auf das Rendern</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>rendered</source>
        <translation>gerendert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
</context>
<context>
    <name>FoldersHint</name>
    <message>
        <source>No&amp;t now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
        <source>Not everything was searched, as there are too many files. Add the folders that have models.</source>
        <translation>Nicht alles wurde durchsucht, da es zu viele Dateien sind. Bitte die Ordner mit Modellen hinzufügen.</translation>
    </message>
    <message>
        <source>No folder of ComfyUI, A1111 or Forge was found in the usual places. If you have models, add their folder, or drop it or a file here.</source>
        <translation>Kein Ordner von ComfyUI, A1111 oder Forge liegt am üblichen Ort. Wer Modelle hat, fügt ihren Ordner hinzu oder legt ihn oder eine Datei hier ab.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Animated GIF</source>
        <translation>Animiertes GIF</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>Animiertes WebP</translation>
    </message>
    <message>
        <source>Animated AVIF</source>
        <translation>Animiertes AVIF</translation>
    </message>
    <message>
        <source>Animated PNG</source>
        <translation>Animiertes PNG</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4-Video</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>WebM-Video</translation>
    </message>
    <message>
        <source>Contact sheet PNG</source>
        <translation>Kontaktbogen PNG</translation>
    </message>
    <message>
        <source>Contact sheet JPG</source>
        <translation>Kontaktbogen JPG</translation>
    </message>
    <message>
        <source>PNG frames</source>
        <translation>PNG-Frames</translation>
    </message>
</context>
<context>
    <name>FrameActions</name>
    <message>
        <source>Save this frame…</source>
        <translation>Diesen Frame speichern …</translation>
    </message>
    <message>
        <source>Copy this frame</source>
        <translation>Diesen Frame kopieren</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Frame {number} copied</source>
        <translation>Frame {number} kopiert</translation>
    </message>
</context>
<context>
    <name>Frames</name>
    <message>
        <source>{0} is not on this machine; Walk › Models fetches it, or chooses another one</source>
        <translation>{0} ist nicht auf diesem Rechner; Walk › Modelle lädt es oder wählt ein anderes</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Frame {0}</source>
        <translation>Frame {0}</translation>
    </message>
</context>
<context>
    <name>GridEditor</name>
    <message>
        <source>Top left</source>
        <translation>Oben links</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Oben rechts</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Unten links</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Unten rechts</translation>
    </message>
    <message>
        <source>Rows of pictures, from the top prompts to the bottom ones</source>
        <translation>Bildreihen, von den oberen Prompts zu den unteren</translation>
    </message>
    <message>
        <source>Columns of pictures, from the left prompts to the right ones</source>
        <translation>Bildspalten, von den linken Prompts zu den rechten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>edit what the {corner} prompt avoids</source>
        <translation>Negativen Prompt {corner} bearbeiten</translation>
    </message>
    <message>
        <source>edit {corner} prompt</source>
        <translation>Prompt {corner} bearbeiten</translation>
    </message>
    <message>
        <source>change rows</source>
        <translation>Zeilen ändern</translation>
    </message>
    <message>
        <source>change columns</source>
        <translation>Spalten ändern</translation>
    </message>
</context>
<context>
    <name>GuidedSteps</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>In der Mitte</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Without guidance no step is guided</source>
        <translation>Ohne Guidance wird kein Schritt geführt</translation>
    </message>
    <message>
        <source>{0} of {1} steps guided: {2} % less work</source>
        <translation>{0} von {1} Schritten geführt: {2} % weniger Arbeit</translation>
    </message>
    <message>
        <source>guided steps</source>
        <translation>Geführte Schritte</translation>
    </message>
    <message>
        <source>lowest guided noise level</source>
        <translation>Unterster geführter Rauschpegel</translation>
    </message>
    <message>
        <source>highest guided noise level</source>
        <translation>Oberster geführter Rauschpegel</translation>
    </message>
    <message>
        <source>Guidance doubles the work of a step. Only in the middle, at the noise levels where it matters most, it takes less time and looks about as good</source>
        <translation>Guidance verdoppelt die Arbeit eines Schritts; nur in der Mitte, bei den Rauschpegeln, wo sie am meisten zählt, spart sie Zeit und sieht etwa gleich gut aus</translation>
    </message>
    <message>
        <source>Gui&amp;ded steps</source>
        <translation>&amp;Geführte Schritte</translation>
    </message>
    <message>
        <source>Guided steps</source>
        <translation>Geführte Schritte</translation>
    </message>
    <message>
        <source>Noise &amp;levels</source>
        <translation>Rausch&amp;pegel</translation>
    </message>
    <message>
        <source>Lowest guided noise level</source>
        <translation>Unterster geführter Rauschpegel</translation>
    </message>
    <message>
        <source>Highest guided noise level</source>
        <translation>Oberster geführter Rauschpegel</translation>
    </message>
    <message>
        <source>From 0, the finished picture, to 1, pure noise</source>
        <translation>Von 0, dem fertigen Bild, bis 1, reinem Rauschen</translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>Drag to another place (Alt+Up, Alt+Down)</source>
        <translation>An eine andere Stelle ziehen (Alt+Hoch, Alt+Runter)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Untitled walk</source>
        <translation>Unbenannter Walk</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Search titles and prompts</source>
        <translation>Titel und Prompts durchsuchen</translation>
    </message>
    <message>
        <source>What was rendered</source>
        <translation>Was gerendert wurde</translation>
    </message>
    <message>
        <source>&amp;Keep a history</source>
        <translation>Verlauf &amp;führen</translation>
    </message>
    <message>
        <source>Records hold prompts, in a folder that only you can read</source>
        <translation>Einträge enthalten Prompts, in einem Ordner, den nur das eigene Konto lesen kann</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Remove this record; its frames stay in the frame store (Delete)</source>
        <translation>Diesen Eintrag entfernen; seine Frames bleiben im Frame-Speicher (Entf)</translation>
    </message>
    <message>
        <source>&amp;Clear…</source>
        <translation>&amp;Leeren …</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Öff&amp;nen</translation>
    </message>
    <message>
        <source>Return or a double click opens the walk as a new document</source>
        <translation>Eingabetaste oder Doppelklick öffnet den Walk als neues Dokument</translation>
    </message>
    <message>
        <source>Nothing that was rendered matches</source>
        <translation>Nichts Gerendertes enthält das</translation>
    </message>
    <message>
        <source>Nothing yet: what you render from now on appears here, as long as its frames are kept</source>
        <translation>Noch nichts: was ab jetzt gerendert wird, erscheint hier, solange seine Frames da sind</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>Nichts wird aufgezeichnet</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>Verlauf leeren?</translation>
    </message>
    <message>
        <source>All records are removed, which can&apos;t be undone.</source>
        <translation>Alle Einträge werden entfernt; das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Frames and walk files stay.</source>
        <translation>Frames und Walk-Dateien bleiben.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 Frame</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>{0} Frames</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} Schritte</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>HubRow</name>
    <message>
        <source>&lt;a href=&quot;{0}&quot;&gt;Make a token&lt;/a&gt;</source>
        <translation>&lt;a href=&quot;{0}&quot;&gt;Token erstellen&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Token of {0}</source>
        <translation>Token von {0}</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to {0}</source>
        <translation>Bei {0} anmelden</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>{0} wird gefragt …</translation>
    </message>
    <message>
        <source>The environment variable {0} is set, and comes before what is entered here.</source>
        <translation>Die Umgebungsvariable {0} ist gesetzt und geht vor dem, was hier eingegeben wird.</translation>
    </message>
    <message>
        <source>A token is kept in {0}. A new one replaces it.</source>
        <translation>Ein Token liegt in {0}. Ein neues ersetzt es.</translation>
    </message>
    <message>
        <source>No token yet.</source>
        <translation>Noch kein Token.</translation>
    </message>
    <message>
        <source>Signed in as {0}; the token is kept in {1}.</source>
        <translation>Angemeldet als {0}; das Token liegt in {1}.</translation>
    </message>
    <message>
        <source>API token, or all that is in kaggle.json</source>
        <translation>API-Token, oder der ganze Inhalt von kaggle.json</translation>
    </message>
    <message>
        <source>Access token, hf_…</source>
        <translation>Zugriffstoken, hf_…</translation>
    </message>
</context>
<context>
    <name>KeyframeCard</name>
    <message>
        <source>Prompt {number}</source>
        <translation>Prompt {number}</translation>
    </message>
    <message>
        <source>frame {number}</source>
        <translation>Frame {number}</translation>
    </message>
    <message>
        <source>More for prompt {number}</source>
        <translation>Mehr für Prompt {number}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete (a morph needs two prompts)</source>
        <translation>Löschen (ein Morph braucht zwei Prompts)</translation>
    </message>
    <message>
        <source>Hold prompt {number}</source>
        <translation>Prompt {number} halten</translation>
    </message>
    <message>
        <source>Hold for some frames</source>
        <translation>Einige Frames lang halten</translation>
    </message>
    <message>
        <source>Own seed</source>
        <translation>Eigener Seed</translation>
    </message>
    <message>
        <source>Own guidance</source>
        <translation>Eigene Guidance</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>KeyframeList</name>
    <message>
        <source>{count} earlier prompts</source>
        <translation>{count} frühere Prompts</translation>
    </message>
    <message>
        <source>{count} more prompts</source>
        <translation>{count} weitere Prompts</translation>
    </message>
</context>
<context>
    <name>KeyframeTrack</name>
    <message>
        <source>Keyframes</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>&amp;Delete keyframe</source>
        <translation>&amp;Schlüsselbild löschen</translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation>Schlüsselbild verschieben</translation>
    </message>
    <message>
        <source>A walk needs two keyframes</source>
        <translation>Ein Walk braucht zwei Schlüsselbilder</translation>
    </message>
    <message>
        <source>Delete keyframe</source>
        <translation>Schlüsselbild löschen</translation>
    </message>
    <message>
        <source>Keyframe {number} of {count}, frame {frame}: {prompt}</source>
        <translation>Schlüsselbild {number} von {count}, Frame {frame}: {prompt}</translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation>kein Prompt</translation>
    </message>
</context>
<context>
    <name>LoopRows</name>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation>Was die Wiedergabe nach dem letzten Frame tut</translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation>&amp;Ende</translation>
    </message>
    <message>
        <source>Lead back to the start</source>
        <translation>Zum Anfang zurückführen</translation>
    </message>
    <message>
        <source>After the last prompt and seed come the first ones again, so that a loop has no jump</source>
        <translation>Nach den letzten Prompts und Seeds folgen wieder die ersten, damit eine Schleife ohne Sprung ist</translation>
    </message>
    <message>
        <source>A walk loops without a jump where it leads back to its start, and its noise is fixed, an orbit, or leads back too</source>
        <translation>Ein Walk läuft ohne Sprung in der Schleife, wenn er zum Anfang zurückführt und sein Rauschen fest ist, ein Orbit ist oder auch zurückführt</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0} ändern</translation>
    </message>
    <message>
        <source>lead back to the start</source>
        <translation>zum Anfang zurückführen</translation>
    </message>
    <message>
        <source>end at the last prompt or seed</source>
        <translation>beim letzten Prompt oder Seed enden</translation>
    </message>
</context>
<context>
    <name>LoraList</name>
    <message>
        <source>LORAS</source>
        <translation>LORAS</translation>
    </message>
    <message>
        <source>Add LoRA…</source>
        <translation>LoRA hinzufügen …</translation>
    </message>
    <message>
        <source>Add a small change to the model; or drop its file on the window</source>
        <translation>Eine kleine Änderung am Modell hinzufügen; oder ihre Datei auf dem Fenster ablegen</translation>
    </message>
    <message>
        <source>Vary along the path</source>
        <translation>Entlang des Pfades ändern</translation>
    </message>
    <message>
        <source>Each prompt has its own strengths, and frames go from one to the next</source>
        <translation>Jeder Prompt hat eigene Stärken, und Frames gehen von einer zur nächsten</translation>
    </message>
    <message>
        <source>Change LoRA strength</source>
        <translation>LoRA-Stärke ändern</translation>
    </message>
    <message>
        <source>Remove LoRA</source>
        <translation>LoRA entfernen</translation>
    </message>
    <message>
        <source>Vary LoRAs along the path</source>
        <translation>LoRAs entlang des Pfades ändern</translation>
    </message>
    <message>
        <source>Keep LoRAs along the path</source>
        <translation>LoRAs entlang des Pfades gleich lassen</translation>
    </message>
    <message>
        <source>Choose the file of a LoRA</source>
        <translation>Datei einer LoRA wählen</translation>
    </message>
    <message>
        <source>LoRAs (*.safetensors)</source>
        <translation>LoRAs (*.safetensors)</translation>
    </message>
</context>
<context>
    <name>LoraRow</name>
    <message>
        <source>How much of this LoRA: 0 is none, and below 0 it does the opposite</source>
        <translation>Wie viel von dieser LoRA; 0 ist keine, und unter 0 führt sie in die Gegenrichtung</translation>
    </message>
    <message>
        <source>Strength of LoRA {0}: {1}</source>
        <translation>Stärke der LoRA {0}: {1}</translation>
    </message>
    <message>
        <source>Remove LoRA {0}: {1}</source>
        <translation>LoRA {0} entfernen: {1}</translation>
    </message>
    <message>
        <source>changes {0} modules</source>
        <translation>ändert {0} Module</translation>
    </message>
    <message>
        <source>{0} of {1} modules are in this model</source>
        <translation>{0} von {1} Modulen sind in diesem Modell</translation>
    </message>
</context>
<context>
    <name>LoraStrengths</name>
    <message>
        <source>Strength of {0} at prompt {1}</source>
        <translation>Stärke von {0} bei Prompt {1}</translation>
    </message>
    <message>
        <source>How much of this LoRA is shown at this prompt</source>
        <translation>Wie viel von dieser LoRA bei diesem Prompt zu sehen ist</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong in the app itself. Your walk and its frames are kept.</source>
        <translation>In der App selbst ist etwas schiefgegangen. Der Walk und seine Frames sind erhalten.</translation>
    </message>
    <message>
        <source>Only starre&amp;d ({0} of {1} stars are on a frame now)</source>
        <translation>Nur &amp;mit Stern ({0} von {1} Sternen sind gerade auf einem Frame)</translation>
    </message>
    <message>
        <source>Only starre&amp;d</source>
        <translation>Nur &amp;mit Stern</translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation>Dieser Walk kann nicht gerendert werden</translation>
    </message>
    <message>
        <source>{0} is not on this machine</source>
        <translation>{0} ist nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Render s&amp;election ({0} frames)</source>
        <translation>&amp;Auswahl rendern ({0} Frames)</translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation>&amp;Auswahl rendern</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>Modell wechseln</translation>
    </message>
    <message>
        <source>{0} has its own steps, guidance and size; Undo brings the previous ones back.</source>
        <translation>{0} hat eigene Schritte, Guidance und Größe; Rückgängig bringt die vorigen zurück.</translation>
    </message>
    <message>
        <source>Of {0} files only {1} was opened: a window has one walk.</source>
        <translation>Von {0} Dateien wurde nur {1} geöffnet: Ein Fenster hat einen Walk.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be opened here: drop a walk, a picture or video that carries one, a list of prompts, a model or a LoRA</source>
        <translation>{0} kann hier nicht geöffnet werden: einen Walk, ein Bild oder Video mit einem Walk darin, eine Prompt-Liste, ein Modell oder eine LoRA ablegen</translation>
    </message>
    <message>
        <source>A model takes at most {0} LoRAs</source>
        <translation>Ein Modell nimmt höchstens {0} LoRAs</translation>
    </message>
    <message>
        <source>Add LoRA</source>
        <translation>LoRA hinzufügen</translation>
    </message>
    <message>
        <source>{0} is on another machine ({1}): copy it to this one, and open the copy.</source>
        <translation>{0} ist auf einem anderen Rechner ({1}): auf diesen kopieren und die Kopie öffnen.</translation>
    </message>
</context>
<context>
    <name>Maker</name>
    <message>
        <source>The file could not be made ready: {reason}; free some space</source>
        <translation>Die Datei konnte nicht bereitgestellt werden: {reason}; Platz schaffen</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{0} · picture</source>
        <translation>{0} · Bild</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>{0} · seed {1}</source>
        <translation>{0} · Seed {1}</translation>
    </message>
</context>
<context>
    <name>MapAside</name>
    <message>
        <source>Step &amp;back</source>
        <translation>&amp;Schritt zurück</translation>
    </message>
    <message>
        <source>&amp;Clear route</source>
        <translation>&amp;Route löschen</translation>
    </message>
    <message>
        <source>&amp;Lead back to its start</source>
        <translation>&amp;Zum Anfang zurückführen</translation>
    </message>
    <message>
        <source>&amp;Walk along it</source>
        <translation>&amp;Daran entlanggehen</translation>
    </message>
    <message>
        <source>The route becomes the walk&apos;s path; Undo brings the previous one back</source>
        <translation>Die Route wird der Pfad des Walks; Rückgängig bringt den vorigen zurück</translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Walk along a route</source>
        <translation>Einer Route folgen</translation>
    </message>
    <message>
        <source>The walk follows it now: render it, or undo to get its previous path back</source>
        <translation>Der Walk folgt ihr jetzt: rendern, oder mit Rückgängig den vorigen Pfad zurückholen</translation>
    </message>
    <message>
        <source>Picture for the map</source>
        <translation>Bild für die Karte</translation>
    </message>
    <message>
        <source>That is already on the map</source>
        <translation>Das ist schon auf der Karte</translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures</source>
        <translation>Ein Walk hat höchstens {0} Bilder</translation>
    </message>
    <message>
        <source>Pins are on a circle: {0}</source>
        <translation>Pins liegen auf einem Kreis: {0}</translation>
    </message>
    <message>
        <source>Add prompts or pictures: between two or more of them there is something to find</source>
        <translation>Prompts oder Bilder hinzufügen: ab zweien gibt es dazwischen etwas zu entdecken</translation>
    </message>
    <message>
        <source>The map is full: there is room for {0} pins</source>
        <translation>Die Karte ist voll: sie hat Platz für {0} Pins</translation>
    </message>
    <message>
        <source>Finding out how far apart the prompts are…</source>
        <translation>Ermittelt, wie weit die Prompts auseinanderliegen …</translation>
    </message>
    <message>
        <source>Draw on, or click to continue the route straight; Backspace takes it back</source>
        <translation>Weiterzeichnen, oder klicken, um die Route gerade weiterzuführen; die Rücktaste nimmt zurück</translation>
    </message>
    <message>
        <source>Move over the map to look around · drag to draw a route · click pins to go through them</source>
        <translation>Über die Karte fahren zum Umsehen · ziehen zeichnet eine Route · Pins anklicken, um durch sie zu gehen</translation>
    </message>
    <message>
        <source>Move over the map to see what is mixed there</source>
        <translation>Über die Karte fahren: was dort gemischt ist, erscheint hier</translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message>
        <source>Picture of the place</source>
        <translation>Bild dieser Stelle</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Einzelheiten der Meldung</translation>
    </message>
</context>
<context>
    <name>MixField</name>
    <message>
        <source>This picture lay between prompts, and stays as it was</source>
        <translation>Dieses Bild lag zwischen Prompts und bleibt, wie es war</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>Prompt schreiben</translation>
    </message>
    <message>
        <source>Take the words of the nearer prompt instead, to change them</source>
        <translation>Stattdessen die Worte des näheren Prompts übernehmen, um sie zu ändern</translation>
    </message>
    <message>
        <source>Write prompt {number}</source>
        <translation>Prompt {number} schreiben</translation>
    </message>
</context>
<context>
    <name>ModelTexts</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>being copied…</source>
        <translation>wird kopiert …</translation>
    </message>
    <message>
        <source>lacks {0}</source>
        <translation>{0} fehlt</translation>
    </message>
    <message>
        <source>can&apos;t be used</source>
        <translation>nicht benutzbar</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>in use, not here yet</source>
        <translation>in Gebrauch, noch nicht da</translation>
    </message>
    <message>
        <source>can be fetched</source>
        <translation>kann geladen werden</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>It is still being copied or fetched, and is checked again when it is complete.</source>
        <translation>Es wird gerade kopiert oder geladen und noch einmal angesehen, wenn es vollständig ist.</translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation>In {0}</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>Lizenz: {0}</translation>
    </message>
    <message>
        <source>{0} has {1}, of which {2} are free</source>
        <translation>{0} hat {1}, davon {2} frei</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>Needs about {0} of memory; {1}.</source>
        <translation>Braucht etwa {0} Speicher; {1}.</translation>
    </message>
    <message>
        <source>It may not load.</source>
        <translation>Es lässt sich vielleicht nicht laden.</translation>
    </message>
    <message>
        <source>asking the hub…</source>
        <translation>der Hub wird gefragt …</translation>
    </message>
    <message>
        <source>{0} of about {1}</source>
        <translation>{0} von etwa {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/s</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
    <message>
        <source>{0} of {1} GB</source>
        <translation>{0} von {1} GB</translation>
    </message>
    <message>
        <source>the model&apos;s page</source>
        <translation>Seite des Modells</translation>
    </message>
    <message>
        <source>Before the first fetch, accept its licence on {0} with an account on {1}, and enter a token of that account under &lt;i&gt;Accounts&lt;/i&gt;.</source>
        <translation>Vor dem ersten Laden die Lizenz auf {0} mit einem Konto bei {1} annehmen und ein Token dieses Kontos unter &lt;i&gt;Konten&lt;/i&gt; eingeben.</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>Renders the walk with this model</source>
        <translation>Rendert den Walk mit diesem Modell</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>Downloads this model, or continues a download</source>
        <translation>Lädt dieses Modell herunter oder setzt das fort</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>&amp;Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Choose a folder with models</source>
        <translation>Ordner mit Modellen wählen</translation>
    </message>
    <message>
        <source>Adds a folder of ComfyUI, A1111 or Forge, or any other with models in it</source>
        <translation>Fügt einen Ordner von ComfyUI, A1111 oder Forge hinzu, oder einen anderen mit Modellen darin</translation>
    </message>
    <message>
        <source>Add a fi&amp;le…</source>
        <translation>&amp;Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Adds a model that is one file</source>
        <translation>Fügt ein Modell hinzu, das aus einer Datei besteht</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>&amp;Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>A&amp;ccounts…</source>
        <translation>&amp;Konten …</translation>
    </message>
    <message>
        <source>Tokens for Kaggle and Hugging Face</source>
        <translation>Token für Kaggle und Hugging Face</translation>
    </message>
    <message>
        <source>U&amp;nload</source>
        <translation>&amp;Entladen</translation>
    </message>
    <message>
        <source>Stops the engine and frees its memory</source>
        <translation>Beendet die Engine und gibt ihren Speicher frei</translation>
    </message>
    <message>
        <source>Show one that can&apos;t be used</source>
        <translation>Eines zeigen, das nicht benutzbar ist</translation>
    </message>
    <message>
        <source>Show {0} that can&apos;t be used</source>
        <translation>{0} zeigen, die nicht benutzbar sind</translation>
    </message>
    <message>
        <source>Takes {0} off the list; its files stay</source>
        <translation>Nimmt {0} von der Liste; die Dateien bleiben</translation>
    </message>
    <message>
        <source>Choose the file of a model</source>
        <translation>Datei eines Modells wählen</translation>
    </message>
</context>
<context>
    <name>ModelsView</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>MorphEditor</name>
    <message>
        <source>Add prompt</source>
        <translation>Prompt hinzufügen</translation>
    </message>
    <message>
        <source>add prompt</source>
        <translation>Prompt hinzufügen</translation>
    </message>
    <message>
        <source>duplicate prompt {number}</source>
        <translation>Prompt {number} duplizieren</translation>
    </message>
    <message>
        <source>delete prompt {number}</source>
        <translation>Prompt {number} löschen</translation>
    </message>
    <message>
        <source>move keyframe</source>
        <translation>Schlüsselbild verschieben</translation>
    </message>
    <message>
        <source>edit prompt {number}</source>
        <translation>Prompt {number} bearbeiten</translation>
    </message>
    <message>
        <source>edit what prompt {number} avoids</source>
        <translation>Negativen Prompt {number} bearbeiten</translation>
    </message>
    <message>
        <source>hold prompt {number}</source>
        <translation>Prompt {number} halten</translation>
    </message>
    <message>
        <source>LoRA strength at prompt {number}</source>
        <translation>LoRA-Stärke bei Prompt {number}</translation>
    </message>
    <message>
        <source>seed of prompt {number}</source>
        <translation>Seed von Prompt {number}</translation>
    </message>
    <message>
        <source>guidance at prompt {number}</source>
        <translation>Guidance bei Prompt {number}</translation>
    </message>
    <message>
        <source>picture of prompt {number}</source>
        <translation>Bild von Prompt {number}</translation>
    </message>
    <message>
        <source>write prompt {number}</source>
        <translation>Prompt {number} schreiben</translation>
    </message>
    <message>
        <source>easing</source>
        <translation>Easing</translation>
    </message>
    <message>
        <source>change length</source>
        <translation>Länge ändern</translation>
    </message>
</context>
<context>
    <name>MotionBar</name>
    <message>
        <source>Even</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Even motion</source>
        <translation>Gleichmäßige Bewegung</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>Brücken</translation>
    </message>
    <message>
        <source>Bridges over cuts</source>
        <translation>Brücken über Schnitte</translation>
    </message>
    <message>
        <source>Places frames so that the picture changes by the same amount each time</source>
        <translation>Setzt Frames dorthin, wo sich das Bild jedes Mal gleich viel geändert hat</translation>
    </message>
    <message>
        <source>Lets the picture melt where it would jump or nearly so; otherwise hard cuts stay</source>
        <translation>Lässt das Bild übergehen, wo es springen würde oder beinahe; sonst bleiben harte Schnitte</translation>
    </message>
    <message>
        <source>Only an even motion has bridges</source>
        <translation>Nur eine gleichmäßige Bewegung hat Brücken</translation>
    </message>
    <message>
        <source>Motion: even</source>
        <translation>Bewegung: gleichmäßig</translation>
    </message>
    <message>
        <source>Motion: steady</source>
        <translation>Bewegung: stetig</translation>
    </message>
    <message>
        <source>Making the motion even…</source>
        <translation>Bewegung wird ausgeglichen …</translation>
    </message>
    <message>
        <source>not found yet</source>
        <translation>noch nicht gefunden</translation>
    </message>
    <message>
        <source>1 bridge</source>
        <translation>1 Brücke</translation>
    </message>
    <message>
        <source>{count} bridges</source>
        <translation>{count} Brücken</translation>
    </message>
    <message>
        <source>1 hard cut</source>
        <translation>1 harter Schnitt</translation>
    </message>
    <message>
        <source>{count} hard cuts</source>
        <translation>{count} harte Schnitte</translation>
    </message>
    <message>
        <source>The largest step from a frame to the next is {times} the usual one: 1× is perfectly even. Click to go there, after frame {frame}.</source>
        <translation>Der größte Schritt von einem Frame zum nächsten ist {times} so groß wie üblich: 1× ist vollkommen gleichmäßig. Ein Klick führt dorthin, hinter Frame {frame}.</translation>
    </message>
    <message>
        <source>Some of that is the speed that keyframes ask for.</source>
        <translation>Ein Teil davon ist das Tempo, das die Schlüsselbilder vorgeben.</translation>
    </message>
    <message>
        <source>A grid shows every mix of its prompts, so its frames stay where they are</source>
        <translation>Ein Raster zeigt jede Mischung seiner Prompts, seine Frames bleiben also, wo sie sind</translation>
    </message>
    <message>
        <source>The noise jumps from frame to frame, so no picture leads to the next</source>
        <translation>Das Rauschen springt von Frame zu Frame, kein Bild führt also zum nächsten</translation>
    </message>
    <message>
        <source>Even motion needs three frames or more</source>
        <translation>Gleichmäßige Bewegung braucht mindestens drei Frames</translation>
    </message>
    <message>
        <source>Neither the prompt nor the noise moves here: all frames are alike</source>
        <translation>Weder Prompt noch Rauschen bewegen sich hier: alle Frames sind gleich</translation>
    </message>
    <message>
        <source>Goes to the largest step</source>
        <translation>Geht zum größten Schritt</translation>
    </message>
    <message>
        <source>Steady motion</source>
        <translation>Stetige Bewegung</translation>
    </message>
    <message>
        <source>Bridge cuts</source>
        <translation>Schnitte überbrücken</translation>
    </message>
    <message>
        <source>Keep cuts</source>
        <translation>Schnitte behalten</translation>
    </message>
</context>
<context>
    <name>Noise</name>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>All frames start from the same noise: calm</source>
        <translation>Alle Frames beginnen mit demselben Rauschen: ruhig</translation>
    </message>
    <message>
        <source>Prompt and noise stay: all frames are the same</source>
        <translation>Prompt und Rauschen bleiben: alle Frames sind gleich</translation>
    </message>
    <message>
        <source>Varying</source>
        <translation>Wechselnd</translation>
    </message>
    <message>
        <source>Each frame starts from noise of its own: restless</source>
        <translation>Jeder Frame beginnt mit eigenem Rauschen: unruhig</translation>
    </message>
    <message>
        <source>, each from a noise of its own</source>
        <translation>, jeder mit eigenem Rauschen</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Umlauf</translation>
    </message>
    <message>
        <source>The noise goes once round a circle: loops</source>
        <translation>Das Rauschen geht einmal im Kreis: Schleife</translation>
    </message>
    <message>
        <source>, once round a circle of noise: a loop without a seam</source>
        <translation>, einmal im Kreis des Rauschens: eine Schleife ohne Naht</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>The noise goes from seed to seed</source>
        <translation>Das Rauschen geht von Seed zu Seed</translation>
    </message>
    <message>
        <source>, through several seeds</source>
        <translation>, durch mehrere Seeds</translation>
    </message>
</context>
<context>
    <name>NoiseEditor</name>
    <message>
        <source>NOISE</source>
        <translation>RAUSCHEN</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Start noise</source>
        <translation>Anfangsrauschen</translation>
    </message>
    <message>
        <source>shuffle seeds</source>
        <translation>Seeds würfeln</translation>
    </message>
    <message>
        <source>For prompts without a seed of their own; from seed to seed in step with the prompts</source>
        <translation>Für Prompts ohne eigenen Seed; von Seed zu Seed im Takt der Prompts</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>change noise</source>
        <translation>Rauschen ändern</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>Seed ändern</translation>
    </message>
    <message>
        <source>Unlock the seeds</source>
        <translation>Seeds entsperren</translation>
    </message>
    <message>
        <source>Lock the seeds: nothing changes them</source>
        <translation>Seeds sperren: nichts ändert sie</translation>
    </message>
    <message>
        <source>Lock the seeds</source>
        <translation>Seeds sperren</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>All frames are there: {0}</source>
        <translation>Alle Frames sind da: {0}</translation>
    </message>
    <message>
        <source>{0} is rendered</source>
        <translation>{0} ist gerendert</translation>
    </message>
    <message>
        <source>Rendering stopped</source>
        <translation>Rendern gestoppt</translation>
    </message>
    <message>
        <source>{0} is saved</source>
        <translation>{0} ist gespeichert</translation>
    </message>
    <message>
        <source>The export isn&apos;t saved</source>
        <translation>Der Export ist nicht gespeichert</translation>
    </message>
    <message>
        <source>{0} is made</source>
        <translation>{0} ist fertig</translation>
    </message>
    <message>
        <source>{0} can&apos;t be made</source>
        <translation>{0} kann nicht erstellt werden</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Show it on the &amp;desktop</source>
        <translation>Auf &amp;dem Desktop melden</translation>
    </message>
    <message>
        <source>Make a &amp;sound</source>
        <translation>Einen &amp;Klang abspielen</translation>
    </message>
    <message>
        <source>When rendering or an export has come to its end, and another window is in front:</source>
        <translation>Wenn das Rendern oder ein Export zu Ende ist und ein anderes Fenster vorn ist:</translation>
    </message>
</context>
<context>
    <name>OnePromptEditor</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>edit what the prompt avoids</source>
        <translation>Negativen Prompt bearbeiten</translation>
    </message>
    <message>
        <source>edit prompt</source>
        <translation>Prompt bearbeiten</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Export options</source>
        <translation>Exportoptionen</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Nothing to play yet</source>
        <translation>Noch nichts abzuspielen</translation>
    </message>
    <message>
        <source>No file could be made</source>
        <translation>Es konnte keine Datei erstellt werden</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation>Welche Art von Datei aus dem Walk wird</translation>
    </message>
    <message>
        <source>A width in pixels, a percentage, or a factor such as 2×</source>
        <translation>Eine Breite in Pixeln, ein Prozentsatz oder ein Faktor wie 2×</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Blur from pixel to pixel; otherwise whole factors repeat pixels</source>
        <translation>Weich von Pixel zu Pixel; sonst wiederholen ganze Faktoren die Pixel</translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation>Was die Wiedergabe nach dem letzten Frame tut</translation>
    </message>
    <message>
        <source>How often it plays; a video contains its frames as often</source>
        <translation>Wie oft es abgespielt wird; ein Video enthält seine Frames so oft</translation>
    </message>
    <message>
        <source>Quick files are made sooner, and are larger or coarser</source>
        <translation>Schnelle Dateien sind früher fertig, aber größer oder gröber</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>How much a GIF mixes pixels to make up for the colours it lacks</source>
        <translation>Wie stark ein GIF Pixel mischt, um fehlende Farben auszugleichen</translation>
    </message>
    <message>
        <source>The largest size that the file may have; quality is reduced for it, then pixels</source>
        <translation>Die größte erlaubte Dateigröße; dafür wird erst Qualität aufgegeben, dann Pixel</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Frames in each row</source>
        <translation>Frames pro Zeile</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>The number of each frame, or its prompt, below it</source>
        <translation>Die Nummer jedes Frames oder sein Prompt darunter</translation>
    </message>
    <message>
        <source>Include its pictures</source>
        <translation>Seine Bilder aufnehmen</translation>
    </message>
    <message>
        <source>The walk in the file has the pictures of its keyframes; whoever gets it can see them</source>
        <translation>Der Walk in der Datei enthält die Bilder seiner Schlüsselbilder; wer sie bekommt, kann sie sehen</translation>
    </message>
    <message>
        <source>Not in this format</source>
        <translation>Nicht in diesem Format</translation>
    </message>
    <message>
        <source>As in the walk</source>
        <translation>Wie im Walk</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>Ohne Ende</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n}-mal</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation>&amp;Ende</translation>
    </message>
    <message>
        <source>&amp;Plays</source>
        <translation>&amp;Durchläufe</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>&amp;Dithering</source>
        <translation>D&amp;ithering</translation>
    </message>
    <message>
        <source>Max file si&amp;ze</source>
        <translation>&amp;Max. Dateigröße</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
</context>
<context>
    <name>OptionsView</name>
    <message>
        <source>Making it…</source>
        <translation>Wird erstellt …</translation>
    </message>
    <message>
        <source>Making it smaller, try {n}…</source>
        <translation>Wird verkleinert, Versuch {n} …</translation>
    </message>
    <message>
        <source>No file is being made; change an option to make one.</source>
        <translation>Keine Datei wird erstellt; eine Option ändern, um eine zu erstellen.</translation>
    </message>
</context>
<context>
    <name>OwnSettings</name>
    <message>
        <source>between seeds</source>
        <translation>zwischen Seeds</translation>
    </message>
    <message>
        <source>How strongly the picture follows its prompt here</source>
        <translation>Wie stark das Bild hier seinem Prompt folgt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Leave the seed to the walk</source>
        <translation>Den Seed dem Walk überlassen</translation>
    </message>
    <message>
        <source>Leave the guidance to the walk</source>
        <translation>Die Guidance dem Walk überlassen</translation>
    </message>
    <message>
        <source>Seed of prompt {number}</source>
        <translation>Seed von Prompt {number}</translation>
    </message>
    <message>
        <source>Guidance at prompt {number}</source>
        <translation>Guidance bei Prompt {number}</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>Morph</source>
        <translation>Morph</translation>
    </message>
    <message>
        <source>Through two or more prompts, one after the other</source>
        <translation>Durch zwei oder mehr Prompts, einen nach dem anderen</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Mixes of many prompts, along a route over the map</source>
        <translation>Mischungen vieler Prompts, entlang einer Route über die Karte</translation>
    </message>
    <message>
        <source>Along a route between {prompts} prompts in {frames} frames</source>
        <translation>Entlang einer Route zwischen {prompts} Prompts in {frames} Frames</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>All mixes of four prompts</source>
        <translation>Alle Mischungen von vier Prompts</translation>
    </message>
    <message>
        <source>Every mix of four prompts, {rows} × {columns} frames</source>
        <translation>Jede Mischung von vier Prompts, {rows} × {columns} Frames</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>Zeile {row}, Spalte {column}</translation>
    </message>
    <message>
        <source>A grid has rows × columns frames</source>
        <translation>Ein Raster hat Zeilen × Spalten Frames</translation>
    </message>
    <message>
        <source>Wander</source>
        <translation>Wandern</translation>
    </message>
    <message>
        <source>Away from one prompt, step by step</source>
        <translation>Von einem Prompt weg, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Drifting away from one prompt in {frames} frames, until the picture falls apart</source>
        <translation>Von einem Prompt wegdriften in {frames} Frames, bis das Bild zerfällt</translation>
    </message>
    <message>
        <source>distance {distance}</source>
        <translation>Abstand {distance}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>One prompt for all frames; the noise may move</source>
        <translation>Ein Prompt für alle Frames; das Rauschen kann sich bewegen</translation>
    </message>
    <message>
        <source>One prompt in {frames} frames</source>
        <translation>Ein Prompt in {frames} Frames</translation>
    </message>
    <message>
        <source>Through {prompts} prompts in {frames} frames</source>
        <translation>Durch {prompts} Prompts in {frames} Frames</translation>
    </message>
    <message>
        <source>From one prompt to another in {frames} frames</source>
        <translation>Von einem Prompt zum anderen in {frames} Frames</translation>
    </message>
</context>
<context>
    <name>PathDrawing</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>{0}. The dot is where the playhead is.</source>
        <translation>{0}. Der Punkt zeigt die Abspielposition.</translation>
    </message>
</context>
<context>
    <name>PathPanel</name>
    <message>
        <source>Kind of path</source>
        <translation>Art des Pfades</translation>
    </message>
    <message>
        <source>change path to {kind}</source>
        <translation>Pfad ändern: {kind}</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>between pictures</source>
        <translation>zwischen Bildern</translation>
    </message>
    <message>
        <source>Near it</source>
        <translation>In der Nähe</translation>
    </message>
    <message>
        <source>Through it</source>
        <translation>Hindurch</translation>
    </message>
    <message>
        <source>Near it: the prompt&apos;s picture resembles this one
Through it: the walk comes to this very picture</source>
        <translation>In der Nähe: das Bild des Prompts ähnelt diesem
Hindurch: der Walk kommt zu genau diesem Bild</translation>
    </message>
    <message>
        <source>How much of the picture is changed; at 0 % it stays as it is</source>
        <translation>Wie viel vom Bild geändert wird; bei 0 % bleibt es, wie es ist</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Picture of prompt {number}</source>
        <translation>Bild von Prompt {number}</translation>
    </message>
    <message>
        <source>How the walk comes to {picture}</source>
        <translation>Wie der Walk dorthin kommt: {picture}</translation>
    </message>
    <message>
        <source>How much of {picture} is changed</source>
        <translation>Wie viel geändert wird: {picture}</translation>
    </message>
    <message>
        <source>Changed by {0} %</source>
        <translation>Geändert um {0} %</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>Pictures ({0})</source>
        <translation>Bilder ({0})</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Drag the frame to show another part; turn the wheel to zoom in
With the keyboard: the arrow keys, + and −</source>
        <translation>Den Rahmen ziehen zeigt einen anderen Teil; das Mausrad kommt näher
Mit der Tastatur: Pfeiltasten, + und −</translation>
    </message>
    <message>
        <source>Not in the file: drop it here again</source>
        <translation>Nicht in der Datei: hier noch einmal ablegen</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Picture for a keyframe</source>
        <translation>Bild für ein Schlüsselbild</translation>
    </message>
    <message>
        <source>Picture of a keyframe</source>
        <translation>Bild eines Schlüsselbilds</translation>
    </message>
    <message>
        <source>A blend takes its pictures from the map: press M, and drop this one there.</source>
        <translation>Eine Mischung nimmt ihre Bilder von der Karte: M drücken und dieses dort ablegen.</translation>
    </message>
    <message>
        <source>Only a morph has keyframes that take pictures: change the path to Morph first.</source>
        <translation>Nur ein Morph hat Schlüsselbilder, die Bilder nehmen: zuerst den Pfad auf Morph ändern.</translation>
    </message>
    <message>
        <source>There are {0} keyframes already, and no more are possible: drop the picture on one of them.</source>
        <translation>Es gibt {0} Schlüsselbilder, mehr gehen nicht: das Bild auf einem davon ablegen.</translation>
    </message>
    <message>
        <source>There is no room for a keyframe here: drop the picture on the card of one.</source>
        <translation>Hier ist kein Platz für ein Schlüsselbild: das Bild auf der Karte eines anderen ablegen.</translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures: remove one first.</source>
        <translation>Ein Walk hat höchstens {0} Bilder: zuerst eines entfernen.</translation>
    </message>
    <message>
        <source>The picture belongs to prompt {0} now.</source>
        <translation>Das Bild gehört jetzt zu Prompt {0}.</translation>
    </message>
    <message>
        <source>The pictures belong to the prompts {0} now.</source>
        <translation>Die Bilder gehören jetzt zu den Prompts {0}.</translation>
    </message>
    <message>
        <source>{0} made it of “{1}”.</source>
        <translation>{0} hat es aus „{1}“ gemacht.</translation>
    </message>
    <message>
        <source>Take its words and numbers</source>
        <translation>Worte und Zahlen übernehmen</translation>
    </message>
    <message>
        <source>Take what a picture was made with</source>
        <translation>Übernehmen, woraus ein Bild gemacht wurde</translation>
    </message>
</context>
<context>
    <name>PinBar</name>
    <message>
        <source>How pins are mixed</source>
        <translation>Wie Pins gemischt werden</translation>
    </message>
    <message>
        <source>As a map</source>
        <translation>Als Karte</translation>
    </message>
    <message>
        <source>As a square of four</source>
        <translation>Als Viereck</translation>
    </message>
    <message>
        <source>Another prompt for the map</source>
        <translation>Ein weiterer Prompt für die Karte</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation>&amp;Bild …</translation>
    </message>
    <message>
        <source>Put a picture on the map; you can drop or paste one as well</source>
        <translation>Ein Bild auf die Karte setzen; ablegen oder einfügen geht auch</translation>
    </message>
    <message>
        <source>Another &amp;seed</source>
        <translation>&amp;Anderer Seed</translation>
    </message>
    <message>
        <source>Put the selected pin on the map again, with a noise of its own</source>
        <translation>Den gewählten Pin noch einmal auf die Karte setzen, mit eigenem Rauschen</translation>
    </message>
    <message>
        <source>A&amp;rrange</source>
        <translation>A&amp;nordnen</translation>
    </message>
    <message>
        <source>Put pins where they belong, except those that you moved</source>
        <translation>Pins dorthin setzen, wo sie hingehören, außer den selbst verschobenen</translation>
    </message>
    <message>
        <source>Re&amp;move pin</source>
        <translation>&amp;Pin entfernen</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Preview of the file</source>
        <translation>Vorschau der Datei</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Engines</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>&amp;Reset all…</source>
        <translation>Alles z&amp;urücksetzen …</translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation>Gespeichert in {0}</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: this holds until the app is closed</source>
        <translation>{0} kann nicht geschrieben werden: es gilt, bis die App endet</translation>
    </message>
    <message>
        <source>Reset all preferences?</source>
        <translation>Alle Einstellungen zurücksetzen?</translation>
    </message>
    <message>
        <source>Keys too. The limit for frames stays, as do frames and walks.</source>
        <translation>Auch Tasten. Der Platz für Frames bleibt, ebenso Frames und Walks.</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Settings &amp;presets</source>
        <translation>Einstellungsvorla&amp;gen</translation>
    </message>
    <message>
        <source>Apply “{0}”</source>
        <translation>„{0}“ anwenden</translation>
    </message>
    <message>
        <source>The model can&apos;t make pictures of the size of “{0}”, so the size stays.</source>
        <translation>Das Modell kann keine Bilder in der Größe von „{0}“ machen, daher bleibt die Größe.</translation>
    </message>
    <message>
        <source>&amp;Keep these settings…</source>
        <translation>Diese Einstellungen &amp;behalten …</translation>
    </message>
    <message>
        <source>&amp;Rename or delete…</source>
        <translation>&amp;Umbenennen oder löschen …</translation>
    </message>
    <message>
        <source>Kept as “{0}”: {1}</source>
        <translation>Behalten als „{0}“: {1}</translation>
    </message>
    <message>
        <source>Keep settings</source>
        <translation>Einstellungen behalten</translation>
    </message>
    <message>
        <source>Name for steps, guidance, size, timing and export:</source>
        <translation>Name für Schritte, Guidance, Größe, Zeit und Export:</translation>
    </message>
    <message>
        <source>Replace “{0}”?</source>
        <translation>„{0}“ ersetzen?</translation>
    </message>
    <message>
        <source>There is a preset of this name, with other settings.</source>
        <translation>Es gibt eine Vorlage mit diesem Namen und anderen Einstellungen.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <source>Settings presets</source>
        <translation>Einstellungsvorlagen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>U&amp;mbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>There is another preset called “{0}”.</source>
        <translation>Es gibt eine andere Vorlage namens „{0}“.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>no prompt</source>
        <translation>kein Prompt</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>rendering</source>
        <translation>wird gerendert</translation>
    </message>
    <message>
        <source>Frame {number} can&apos;t be rendered</source>
        <translation>Frame {number} kann nicht gerendert werden</translation>
    </message>
    <message>
        <source>Nothing is rendered yet</source>
        <translation>Noch ist nichts gerendert</translation>
    </message>
    <message>
        <source>It has another model, size or LoRAs: show this version to render it</source>
        <translation>Modell, Größe oder LoRAs sind andere: diese Version zeigen, um sie zu rendern</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>The picture shows as soon as it is done</source>
        <translation>Das Bild erscheint, sobald es fertig ist</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>Frame {number} von {count}</translation>
    </message>
    <message>
        <source>guidance {scale}</source>
        <translation>Guidance {scale}</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is from before the edit</source>
        <translation>Frame {number} ist noch nicht gerendert: dies ist von vor der Änderung</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other} from before the edit</source>
        <translation>Frame {number} ist noch nicht gerendert: dies ist Frame {other} von vor der Änderung</translation>
    </message>
    <message>
        <source>The first time, the app measures what suits this device</source>
        <translation>Beim ersten Mal misst die App, was zu diesem Gerät passt</translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation>Dieser Walk kann nicht gerendert werden</translation>
    </message>
    <message>
        <source>The model is not on this machine</source>
        <translation>Das Modell ist nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Walk › Models fetches it, or chooses another one</source>
        <translation>Walk › Modelle lädt es oder wählt ein anderes</translation>
    </message>
    <message>
        <source>{keys} renders this walk</source>
        <translation>{keys} rendert diesen Walk</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other}</source>
        <translation>Frame {number} ist noch nicht gerendert: dies ist Frame {other}</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} Schritte</translation>
    </message>
    <message>
        <source>No frame comes before this one</source>
        <translation>Vor diesem kommt kein Frame</translation>
    </message>
    <message>
        <source>Frame {number}, the one before, isn&apos;t rendered yet</source>
        <translation>Frame {number}, der vorige, ist noch nicht gerendert</translation>
    </message>
    <message>
        <source>Difference from frame {number}, {times} × as bright</source>
        <translation>Unterschied zu Frame {number}, {times}-fach aufgehellt</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>beside it {0}</source>
        <translation>daneben {0}</translation>
    </message>
    <message>
        <source>zoom {0} %</source>
        <translation>Zoom {0} %</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>Frame &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save frame…</source>
        <translation>&amp;Frame speichern …</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ve&amp;rkleinern</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>&amp;Pixel for pixel</source>
        <translation>&amp;Pixelgenau</translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message>
        <source>{count} / {limit} tokens</source>
        <translation>{count} / {limit} Token</translation>
    </message>
    <message>
        <source>{numbers} · the end is not read</source>
        <translation>{numbers} · das Ende wird nicht gelesen</translation>
    </message>
    <message>
        <source>Tokens of this prompt, and how many the model reads; the rest is struck out</source>
        <translation>Token dieses Prompts, und wie viele das Modell liest; der Rest ist durchgestrichen</translation>
    </message>
    <message>
        <source>Not known: {words}</source>
        <translation>Unbekannt: {words}</translation>
    </message>
    <message>
        <source>This model wasn&apos;t taught these words and draws anything for them; Ctrl+Space lists what it knows</source>
        <translation>Diese Wörter hat dieses Modell nicht gelernt und zeichnet irgendetwas dafür; Strg+Leertaste listet, was es kennt</translation>
    </message>
</context>
<context>
    <name>PromptLists</name>
    <message>
        <source>There is no text to paste: copy a list of prompts first, one a line</source>
        <translation>Es gibt keinen Text zum Einfügen: zuerst eine Prompt-Liste kopieren, ein Prompt pro Zeile</translation>
    </message>
    <message>
        <source>Paste prompts</source>
        <translation>Prompts einfügen</translation>
    </message>
    <message>
        <source>Take prompts from a file</source>
        <translation>Prompts aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>Copied as text: {0}.</source>
        <translation>Als Text kopiert: {0}.</translation>
    </message>
    <message>
        <source>No prompt has wildcards: they are written {a|b}, or __name__ for a file.</source>
        <translation>Kein Prompt hat Platzhalter: man schreibt sie {a|b}, oder __name__ für eine Datei.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Draw wildcards</source>
        <translation>Platzhalter auslosen</translation>
    </message>
    <message>
        <source>Drew the wildcards of {0} by the seed {1}; Undo brings them back.</source>
        <translation>Platzhalter von {0} mit dem Seed {1} ausgelost; Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>Some have wildcards, which can be drawn.</source>
        <translation>Einige haben Platzhalter, die ausgelost werden können.</translation>
    </message>
    <message>
        <source>The path goes through {0} now, in {1} frames; Undo brings the previous path back.</source>
        <translation>Der Pfad führt jetzt durch {0}, in {1} Frames; Rückgängig bringt den vorigen zurück.</translation>
    </message>
    <message>
        <source>{0} prompts</source>
        <translation>{0} Prompts</translation>
    </message>
    <message>
        <source>one prompt</source>
        <translation>ein Prompt</translation>
    </message>
    <message>
        <source>Folder with the files of wildcards</source>
        <translation>Ordner mit den Dateien der Platzhalter</translation>
    </message>
</context>
<context>
    <name>PromptsField</name>
    <message>
        <source>Describe the picture</source>
        <translation>Das Bild beschreiben</translation>
    </message>
    <message>
        <source>What to lead away from (negative prompt)</source>
        <translation>Wovon weggeführt wird (negativer Prompt)</translation>
    </message>
    <message>
        <source>What to avoid at: {name}</source>
        <translation>Zu vermeiden bei: {name}</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>Zu vermeiden</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Making the motion even</source>
        <translation>Gleicht die Bewegung aus</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Rendert</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Schreibt die Datei</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 Frame</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>{0} Frames</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>Beenden?</translation>
    </message>
    <message>
        <source>The queue is still making files.</source>
        <translation>Die Warteschlange erstellt noch Dateien.</translation>
    </message>
    <message>
        <source>It can continue without this window.</source>
        <translation>Sie kann ohne dieses Fenster weiterlaufen.</translation>
    </message>
    <message>
        <source>Let it continue</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Walks that become files, one after the other</source>
        <translation>Walks, die nacheinander zu Dateien werden</translation>
    </message>
    <message>
        <source>Queue: {0} of {1} · {2} %</source>
        <translation>Warteschlange: {0} von {1} · {2} %</translation>
    </message>
    <message>
        <source>Queue: {0} waiting</source>
        <translation>Warteschlange: {0} wartend</translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Walks in the queue</source>
        <translation>Walks in der Warteschlange</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Sooner (Alt+Up)</source>
        <translation>Früher (Alt+Pfeil nach oben)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Später (Alt+Pfeil nach unten)</translation>
    </message>
    <message>
        <source>Make a&amp;gain</source>
        <translation>&amp;Neu erstellen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove it from the queue; frames stay in the frame store (Delete)</source>
        <translation>Aus der Warteschlange nehmen; Frames bleiben im Frame-Speicher (Entf)</translation>
    </message>
    <message>
        <source>&amp;Clear finished</source>
        <translation>Fertige en&amp;tfernen</translation>
    </message>
    <message>
        <source>Remove what is done or failed; files stay</source>
        <translation>Fertiges und Fehlgeschlagenes herausnehmen; Dateien bleiben</translation>
    </message>
    <message>
        <source>&amp;Add this walk…</source>
        <translation>Diesen Walk &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Nothing yet: add walks, start the queue, and find their files in the morning. It continues when this window is closed, and after a restart of the computer when it is started again.</source>
        <translation>Noch nichts: Walks hinzufügen, die Warteschlange starten und morgens die Dateien finden. Sie läuft weiter, wenn dieses Fenster geschlossen wird, und nach einem Neustart des Computers, sobald sie wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Files are being made, one after the other; the computer is kept awake meanwhile.</source>
        <translation>Die Dateien entstehen nacheinander; der Computer bleibt solange wach.</translation>
    </message>
    <message>
        <source>Nothing is being made: Start begins with the first one that is waiting.</source>
        <translation>Nichts entsteht gerade: Starten beginnt mit dem ersten, der wartet.</translation>
    </message>
    <message>
        <source>All done.</source>
        <translation>Alles ist fertig.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Stop what is being made; its frames are kept</source>
        <translation>Anhalten, was gerade entsteht; seine Frames bleiben</translation>
    </message>
    <message>
        <source>Make the files, in this order</source>
        <translation>Die Dateien in dieser Reihenfolge erstellen</translation>
    </message>
</context>
<context>
    <name>QueueWatch</name>
    <message>
        <source>the log says more</source>
        <translation>im Protokoll steht mehr</translation>
    </message>
    <message>
        <source>The queue stopped: {0}</source>
        <translation>Die Warteschlange hat angehalten: {0}</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>This page can&apos;t be read: {0}</source>
        <translation>Diese Seite ist nicht lesbar: {0}</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Clear list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>No recent walks</source>
        <translation>Keine Walks</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Unsaved edits can&apos;t be kept for a crash; save the walk. {0}</source>
        <translation>Ungespeicherte Änderungen können nicht gegen einen Absturz gesichert werden; bitte den Walk speichern. {0}</translation>
    </message>
</context>
<context>
    <name>RenderControl</name>
    <message>
        <source> · {0} frames/s · {1} left</source>
        <translation> · {0} Frames/s · noch {1}</translation>
    </message>
</context>
<context>
    <name>RenderingPage</name>
    <message>
        <source>Automatic: one that has the GPU</source>
        <translation>Automatisch: eines, das die GPU hat</translation>
    </message>
    <message>
        <source>Automatic: what suits the device</source>
        <translation>Automatisch: was zum Gerät passt</translation>
    </message>
    <message>
        <source>&amp;Model of new walks</source>
        <translation>Modell &amp;neuer Walks</translation>
    </message>
    <message>
        <source>For File › New. A walk that exists keeps its own.</source>
        <translation>Für Datei › Neu. Ein bestehender Walk behält seines.</translation>
    </message>
    <message>
        <source>&amp;Backend</source>
        <translation>&amp;Backend</translation>
    </message>
    <message>
        <source>Pre&amp;cision</source>
        <translation>&amp;Genauigkeit</translation>
    </message>
    <message>
        <source>Both apply at once, in this window. Another precision makes other frames: all are rendered anew, and those of before come back with their precision.</source>
        <translation>Beides gilt sofort, in diesem Fenster. In anderer Genauigkeit sind Frames andere Frames: sie werden neu gerendert und kommen mit der Genauigkeit zurück, in der sie gerendert wurden.</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>{0} ist nicht installiert</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Frame numbers</source>
        <translation>Frame-Nummern</translation>
    </message>
    <message>
        <source>Loop from frame {0} to {1}</source>
        <translation>Schleife von Frame {0} bis {1}</translation>
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
        <translation>Auto ({0})</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Settings presets: steps, guidance, size, timing and export by name</source>
        <translation>Einstellungsvorlagen: Schritte, Guidance, Größe, Zeit und Export unter einem Namen</translation>
    </message>
    <message>
        <source>Settings presets</source>
        <translation>Einstellungsvorlagen</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0} ändern</translation>
    </message>
    <message>
        <source>How many frames the walk has</source>
        <translation>Wie viele Frames der Walk hat</translation>
    </message>
    <message>
        <source>SAMPLER</source>
        <translation>SAMPLER</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>S&amp;chritte</translation>
    </message>
    <message>
        <source>Denoising steps: more are slower and finer</source>
        <translation>Schritte der Rauschentfernung: mehr sind langsamer und feiner</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>G&amp;uidance</translation>
    </message>
    <message>
        <source>How strictly the picture follows the prompt; 1 or less is twice as fast</source>
        <translation>Wie streng das Bild dem Prompt folgt; 1 oder weniger ist doppelt so schnell</translation>
    </message>
    <message>
        <source>Image si&amp;ze</source>
        <translation>Bi&amp;ldgröße</translation>
    </message>
    <message>
        <source>Width × height in pixels</source>
        <translation>Breite × Höhe in Pixeln</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Stapel</translation>
    </message>
    <message>
        <source>Frames rendered at once; less needs less memory</source>
        <translation>Frames, die auf einmal gerendert werden; weniger braucht weniger Speicher</translation>
    </message>
    <message>
        <source>TIMING</source>
        <translation>ZEITABLAUF</translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation>&amp;Frames</translation>
    </message>
    <message>
        <source>Frame ra&amp;te</source>
        <translation>Bildra&amp;te</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Frames pro Sekunde</translation>
    </message>
    <message>
        <source>{frames} frames there and back = {shown}</source>
        <translation>{frames} Frames hin und zurück = {shown}</translation>
    </message>
    <message>
        <source>{frames} frames, once</source>
        <translation>{frames} Frames, einmal</translation>
    </message>
    <message>
        <source>{frames} frames, then on from the first: no jump</source>
        <translation>{frames} Frames, dann weiter mit dem ersten: kein Sprung</translation>
    </message>
    <message>
        <source>{frames} frames, then a jump to the first</source>
        <translation>{frames} Frames, dann ein Sprung zum ersten</translation>
    </message>
    <message>
        <source> · {seconds} s</source>
        <translation> · {seconds} s</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Progress of saving</source>
        <translation>Fortschritt des Speicherns</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>Speichern stoppen</translation>
    </message>
    <message>
        <source>{name} follows when it is made</source>
        <translation>{name} folgt, wenn es erstellt ist</translation>
    </message>
    <message>
        <source>Saving {name} · {percent} %</source>
        <translation>{name} wird gespeichert · {percent} %</translation>
    </message>
    <message>
        <source>Saving {name} · try {n}, {percent} %</source>
        <translation>{name} wird gespeichert · Versuch {n}, {percent} %</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>open</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Another seed at random</source>
        <translation>Zufälliger anderer Seed</translation>
    </message>
    <message>
        <source>Shuffle: {name}</source>
        <translation>Würfeln: {name}</translation>
    </message>
</context>
<context>
    <name>SeedList</name>
    <message>
        <source>{count} earlier seeds</source>
        <translation>{count} frühere Seeds</translation>
    </message>
    <message>
        <source>{count} more seeds</source>
        <translation>{count} weitere Seeds</translation>
    </message>
    <message>
        <source>Add seed</source>
        <translation>Seed hinzufügen</translation>
    </message>
    <message>
        <source>Seed {number}</source>
        <translation>Seed {number}</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>Seed ändern</translation>
    </message>
    <message>
        <source>add seed</source>
        <translation>Seed hinzufügen</translation>
    </message>
    <message>
        <source>remove seed</source>
        <translation>Seed entfernen</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The app ended while it was starting, so it begins with another walk.</source>
        <translation>Die App endete beim Start, daher beginnt sie mit einem anderen Walk.</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} öffnen</translation>
    </message>
</context>
<context>
    <name>SettingsPreset</name>
    <message>
        <source>{0} steps</source>
        <translation>{0} Schritte</translation>
    </message>
    <message>
        <source>guidance {0}</source>
        <translation>Guidance {0}</translation>
    </message>
    <message>
        <source>{0} frames, {1} fps</source>
        <translation>{0} Frames, {1} fps</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>{0} steps</source>
        <translation>{0} Schritte</translation>
    </message>
    <message>
        <source>guidance {0}</source>
        <translation>Guidance {0}</translation>
    </message>
    <message>
        <source>avoiding {0}</source>
        <translation>ohne {0}</translation>
    </message>
    <message>
        <source>avoiding nothing</source>
        <translation>nichts vermeiden</translation>
    </message>
    <message>
        <source>towards {0}</source>
        <translation>in Richtung {0}</translation>
    </message>
    <message>
        <source>the walk&apos;s seed</source>
        <translation>Seed des Walks</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>What is varied</source>
        <translation>Was variiert wird</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>How far from the present seed</source>
        <translation>Wie weit vom jetzigen Seed</translation>
    </message>
    <message>
        <source>How far from the present seed: left is nearly the same picture</source>
        <translation>Wie weit vom jetzigen Seed: links ist fast dasselbe Bild</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>&amp;Mehr davon</translation>
    </message>
    <message>
        <source>Other &amp;seeds</source>
        <translation>&amp;Andere Seeds</translation>
    </message>
    <message>
        <source>New pictures for all that are not pinned</source>
        <translation>Neue Bilder für alle, die nicht angeheftet sind</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Sa&amp;ve sheet…</source>
        <translation>&amp;Bogen speichern …</translation>
    </message>
    <message>
        <source>All pictures with their captions, as one</source>
        <translation>Alle Bilder mit ihren Beschriftungen, als eines</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>{0} übernehmen</translation>
    </message>
    <message>
        <source>of prompt {0}</source>
        <translation>von Prompt {0}</translation>
    </message>
    <message>
        <source>of all the walk</source>
        <translation>des ganzen Walks</translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation>Andere Seeds</translation>
    </message>
    <message>
        <source>Seeds near this one</source>
        <translation>Seeds nahe diesem</translation>
    </message>
    <message>
        <source>Steps × seeds</source>
        <translation>Schritte × Seeds</translation>
    </message>
    <message>
        <source>Guidance × seeds</source>
        <translation>Guidance × Seeds</translation>
    </message>
    <message>
        <source>LoRA × seeds</source>
        <translation>LoRA × Seeds</translation>
    </message>
    <message>
        <source>Picture × seeds</source>
        <translation>Bild × Seeds</translation>
    </message>
    <message>
        <source>What to avoid × seeds</source>
        <translation>Vermeiden × Seeds</translation>
    </message>
    <message>
        <source>Prompts × seeds</source>
        <translation>Prompts × Seeds</translation>
    </message>
    <message>
        <source>{0} × seeds</source>
        <translation>{0} × Seeds</translation>
    </message>
    <message>
        <source>{0} of {1} pictures can&apos;t be rendered: {2}</source>
        <translation>{0} von {1} Bildern können nicht gerendert werden: {2}</translation>
    </message>
    <message>
        <source>A click takes a picture · its corner pins it (P) · the one you look at is refined</source>
        <translation>Ein Klick übernimmt ein Bild · die Ecke heftet es an (P) · das betrachtete wird verfeinert</translation>
    </message>
    <message>
        <source>{0} of {1} pictures</source>
        <translation>{0} von {1} Bildern</translation>
    </message>
    <message>
        <source>{0} sheet</source>
        <translation>{0} Bogen</translation>
    </message>
    <message>
        <source>Save sheet</source>
        <translation>Bogen speichern</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written; choose another folder, and a name that ends in .png</source>
        <translation>{0} kann nicht geschrieben werden; einen anderen Ordner wählen, und einen Namen, der auf .png endet</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Variations</source>
        <translation>Variationen</translation>
    </message>
    <message>
        <source>{0}: not rendered yet</source>
        <translation>{0}: noch nicht gerendert</translation>
    </message>
    <message>
        <source>{0}: draft</source>
        <translation>{0}: Entwurf</translation>
    </message>
    <message>
        <source>Can&apos;t be rendered</source>
        <translation>Nicht renderbar</translation>
    </message>
</context>
<context>
    <name>ShortcutTree</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>No shortcut matches.</source>
        <translation>Kein Tastenkürzel enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Select frames in the strip (or drag there with Shift)</source>
        <translation>Frames im Streifen auswählen (oder mit der Umschalttaste ziehen)</translation>
    </message>
    <message>
        <source>Move the keyframe a frame forward</source>
        <translation>Das Schlüsselbild einen Frame weiter schieben</translation>
    </message>
    <message>
        <source>Move the keyframe a frame back</source>
        <translation>Das Schlüsselbild einen Frame zurück schieben</translation>
    </message>
    <message>
        <source>Move a handle of the speed curve a little</source>
        <translation>Einen Griff der Tempokurve ein wenig bewegen</translation>
    </message>
    <message>
        <source>Make the speed curve straight</source>
        <translation>Die Tempokurve gerade machen</translation>
    </message>
    <message>
        <source>Menu of what has the focus</source>
        <translation>Menü für das, was die Tastatur hat</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Duplicate the prompt</source>
        <translation>Prompt duplizieren</translation>
    </message>
    <message>
        <source>Move the prompt up</source>
        <translation>Prompt nach oben</translation>
    </message>
    <message>
        <source>Move the prompt down</source>
        <translation>Prompt nach unten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Key of the selected action</source>
        <translation>Taste der gewählten Aktion</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>Übl&amp;iche Taste</translation>
    </message>
    <message>
        <source>The key that it comes with</source>
        <translation>Die Taste, die mitgeliefert ist</translation>
    </message>
    <message>
        <source>All &amp;usual keys</source>
        <translation>A&amp;lle üblichen Tasten</translation>
    </message>
    <message>
        <source>All keys as they come with the app</source>
        <translation>Alle Tasten, wie sie mit der App kommen</translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation>Übe&amp;rnehmen</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Taste</translation>
    </message>
    <message>
        <source>Return on a row, then press its new key.</source>
        <translation>Eingabetaste auf einer Zeile, dann die neue Taste drücken.</translation>
    </message>
    <message>
        <source>{0} is the key of {1} › {2}, which would lose it.</source>
        <translation>{0} ist die Taste von {1} › {2}, das sie verlieren würde.</translation>
    </message>
    <message>
        <source>{0} has a meaning of its own there ({1}: {2}); press another key.</source>
        <translation>{0} hat dort eine eigene Bedeutung ({1}: {2}); eine andere Taste drücken.</translation>
    </message>
</context>
<context>
    <name>SpeedTrack</name>
    <message>
        <source>Speed curve</source>
        <translation>Tempokurve</translation>
    </message>
    <message>
        <source>First handle of way {number}</source>
        <translation>Erster Griff von Weg {number}</translation>
    </message>
    <message>
        <source>Second handle of way {number}</source>
        <translation>Zweiter Griff von Weg {number}</translation>
    </message>
    <message>
        <source>{time} % of the time, {way} % of the way</source>
        <translation>{time} % der Zeit, {way} % des Weges</translation>
    </message>
    <message>
        <source>Drag it, freely with Alt; arrow keys, finely with Shift; Delete makes it straight</source>
        <translation>Ziehen, frei mit Alt; Pfeiltasten, fein mit der Umschalttaste; Entf macht sie gerade</translation>
    </message>
    <message>
        <source>Change speed curve</source>
        <translation>Tempokurve ändern</translation>
    </message>
    <message>
        <source>Speed curve of way {number}: {easing}
Double-click makes a keyframe</source>
        <translation>Tempokurve von Weg {number}: {easing}
Doppelklick setzt ein Schlüsselbild</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Star frame</source>
        <translation>Stern geben</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Stern nehmen</translation>
    </message>
    <message>
        <source>No frame has a star: press S to add one</source>
        <translation>Kein Frame hat einen Stern: S vergibt einen</translation>
    </message>
    <message>
        <source>A frame can have a star when its model is on this machine and it is looked up</source>
        <translation>Ein Frame kann einen Stern haben, wenn sein Modell auf diesem Rechner ist und er gefunden ist</translation>
    </message>
    <message>
        <source>Frames of an even walk can have stars when their places are found</source>
        <translation>Frames eines gleichmäßigen Walks können Sterne haben, wenn ihre Stellen gefunden sind</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Frames rendered</source>
        <translation>Gerenderte Frames</translation>
    </message>
    <message>
        <source>What the engine does</source>
        <translation>Was die Engine tut</translation>
    </message>
    <message>
        <source>Whether the engine is ready</source>
        <translation>Ob die Engine bereit ist</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Alle Änderungen gespeichert</translation>
    </message>
    <message>
        <source>Getting the engine ready…</source>
        <translation>Engine wird vorbereitet …</translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation>Engine bereit</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>Engine wird gestartet …</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>Compiling for this image size and batch…</source>
        <translation>Wird für Bildgröße und Stapel kompiliert …</translation>
    </message>
    <message>
        <source>Rendering 1 picture to look at</source>
        <translation>1 Bild zum Ansehen wird gerendert</translation>
    </message>
    <message>
        <source>Rendering {0} pictures to look at</source>
        <translation>{0} Bilder zum Ansehen werden gerendert</translation>
    </message>
    <message>
        <source>Refining drafts</source>
        <translation>Entwürfe werden verfeinert</translation>
    </message>
    <message>
        <source>Making the motion even · {0}&#xa0;% · {1} rendered</source>
        <translation>Bewegung wird ausgeglichen · {0} % · {1} gerendert</translation>
    </message>
    <message>
        <source>Rendering {0} of {1} selected</source>
        <translation>{0} von {1} ausgewählten werden gerendert</translation>
    </message>
    <message>
        <source>Rendering {0} of {1}</source>
        <translation>{0} von {1} werden gerendert</translation>
    </message>
    <message>
        <source>Looking up frames…</source>
        <translation>Frames werden gesucht …</translation>
    </message>
    <message>
        <source>{0} rendered to make the motion even</source>
        <translation>{0} gerendert, um die Bewegung auszugleichen</translation>
    </message>
    <message>
        <source>{0} · {1} continues</source>
        <translation>{0} · {1} macht weiter</translation>
    </message>
    <message>
        <source>{0} · {1} renders the rest</source>
        <translation>{0} · {1} rendert den Rest</translation>
    </message>
    <message>
        <source>The frame is rendered</source>
        <translation>Der Frame ist gerendert</translation>
    </message>
    <message>
        <source>All {0} frames rendered</source>
        <translation>Alle {0} Frames gerendert</translation>
    </message>
    <message>
        <source>{0} · rendering continues after edits</source>
        <translation>{0} · nach Änderungen geht es weiter</translation>
    </message>
    <message>
        <source>{0} of 1 frame</source>
        <translation>{0} von 1 Frame</translation>
    </message>
    <message>
        <source>{0} of {1} frames</source>
        <translation>{0} von {1} Frames</translation>
    </message>
</context>
<context>
    <name>Stills</name>
    <message>
        <source>The pictures could not be made ready: {0}; free some space</source>
        <translation>Die Bilder konnten nicht bereitgestellt werden: {0}; Platz schaffen</translation>
    </message>
    <message>
        <source>Only frames that are rendered can be dragged</source>
        <translation>Nur gerenderte Frames können gezogen werden</translation>
    </message>
    <message>
        <source>{0} frames at once are too many to drag: select {1}, or export the walk</source>
        <translation>{0} Frames auf einmal sind zu viele zum Ziehen: {1} auswählen oder den Walk exportieren</translation>
    </message>
    <message>
        <source>The pictures are ready now: drag them once more</source>
        <translation>Die Bilder sind jetzt bereit: noch einmal ziehen</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Save a walk by &amp;itself, a moment after every edit</source>
        <translation>&amp;Walks von selbst speichern, kurz nach jeder Änderung</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Free &amp;space…</source>
        <translation>&amp;Platz schaffen …</translation>
    </message>
    <message>
        <source>Removes frames of other days; they can be rendered again</source>
        <translation>Entfernt Frames anderer Tage, die wieder gerendert werden können</translation>
    </message>
    <message>
        <source>Once it has a file. Undo still works, and without this unsaved edits are kept too.</source>
        <translation>Sobald er eine Datei hat. Rückgängig führt weiterhin zurück; ohne dies bleiben ungespeicherte Änderungen auch erhalten.</translation>
    </message>
    <message>
        <source>On s&amp;tart</source>
        <translation>Beim S&amp;tart</translation>
    </message>
    <message>
        <source>Walks</source>
        <translation>Walks</translation>
    </message>
    <message>
        <source>Rendered frames</source>
        <translation>Gerenderte Frames</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>Also for the command line. The frames that were not used for longest go first, never those of the walk that is open.</source>
        <translation>Auch für die Befehlszeile. Die am längsten nicht benutzten Frames gehen zuerst, nie die des geöffneten Walks.</translation>
    </message>
    <message>
        <source>They take {0} now. Those that were not used for longest go; they can be rendered again.</source>
        <translation>Sie belegen jetzt {0}. Die am längsten nicht benutzten gehen; sie können wieder gerendert werden.</translation>
    </message>
    <message>
        <source>{0} isn&apos;t there any more; the next frame that is rendered makes it</source>
        <translation>{0} gibt es nicht mehr; der nächste gerenderte Frame legt es an</translation>
    </message>
    <message>
        <source>No program here opens folders; it is {0}</source>
        <translation>Kein Programm hier öffnet Ordner; es ist {0}</translation>
    </message>
    <message>
        <source>Remove rendered frames?</source>
        <translation>Gerenderte Frames entfernen?</translation>
    </message>
    <message>
        <source>The walk that was open last</source>
        <translation>Der zuletzt geöffnete Walk</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>Ein Beispiel</translation>
    </message>
    <message>
        <source>All go but those of the walk that is open, and those rendered or shown since the app began. They can be rendered again.</source>
        <translation>Alle gehen, außer denen des geöffneten Walks und denen, die seit dem Start der App gerendert oder gezeigt wurden. Sie können wieder gerendert werden.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Only a morph, a blend or a held prompt takes keyframes</source>
        <translation>Nur ein Morph, eine Mischung oder ein gehaltener Prompt nimmt Schlüsselbilder</translation>
    </message>
    <message>
        <source>Make keyframe</source>
        <translation>Schlüsselbild setzen</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>The model: choose another</source>
        <translation>Das Modell: ein anderes wählen</translation>
    </message>
    <message>
        <source>Memory of the device that renders</source>
        <translation>Speicher des Geräts, das rendert</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source> {0} does the same.</source>
        <translation> {0} tut dasselbe.</translation>
    </message>
    <message>
        <source>Say what to see</source>
        <translation>Sagen, was zu sehen ist</translation>
    </message>
    <message>
        <source>Each card is a prompt, and the walk leads from one to the next. Change the words.</source>
        <translation>Jede Karte ist ein Prompt, und der Walk führt von einem zum nächsten. Die Wörter lassen sich ändern.</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Frames that are missing appear, coarse to fine, and after every edit.</source>
        <translation>Fehlende Frames erscheinen, von grob zu fein, und nach jeder Änderung.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>The finished file waits here: drag it into a folder, a browser or a chat.</source>
        <translation>Hier wartet die fertige Datei: in einen Ordner, Browser oder Chat ziehen.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Tour, {0} of {1}</source>
        <translation>Rundgang, {0} von {1}</translation>
    </message>
</context>
<context>
    <name>Tracks</name>
    <message>
        <source>Scroll the frames</source>
        <translation>Durch die Frames blättern</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>{0} step</source>
        <translation>{0} Schritt</translation>
    </message>
    <message>
        <source>{0} play</source>
        <translation>{0} Abspielen</translation>
    </message>
    <message>
        <source>{0} make keyframe</source>
        <translation>{0} Schlüsselbild setzen</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erster Frame</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Voriger Frame</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächster Frame</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letzter Frame</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show all frames</source>
        <translation>Alle Frames zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Speed of playback</source>
        <translation>Abspielgeschwindigkeit</translation>
    </message>
    <message>
        <source>Speed of playback: {0}</source>
        <translation>Abspielgeschwindigkeit: {0}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Models…</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>VersionChip</name>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>{0}
A click shows it, a double click renames it; its menu compares</source>
        <translation>{0}
Ein Klick zeigt sie, ein Doppelklick benennt sie um; ihr Menü vergleicht</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Compare with the walk as it is now</source>
        <translation>&amp;Mit dem jetzigen Walk vergleichen</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>The walk is already kept as “{0}”</source>
        <translation>Der Walk ist schon als „{0}“ behalten</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>Version behalten</translation>
    </message>
    <message>
        <source>Show version “{0}”</source>
        <translation>Version „{0}“ zeigen</translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation>Version entfernen</translation>
    </message>
    <message>
        <source>Rename version</source>
        <translation>Version umbenennen</translation>
    </message>
    <message>
        <source>Name of the version:</source>
        <translation>Name der Version:</translation>
    </message>
    <message>
        <source>There is no other version: keep this one, and change the walk</source>
        <translation>Es gibt keine andere Version: diese behalten und den Walk ändern</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>wie er jetzt ist</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
</context>
<context>
    <name>VersionsBar</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Keep the walk as it is now as a version</source>
        <translation>Den Walk im jetzigen Zustand als Version behalten</translation>
    </message>
    <message>
        <source>The version beside the walk as it is now</source>
        <translation>Die Version neben dem jetzigen Walk</translation>
    </message>
    <message>
        <source>One over the other, with a line that you can drag</source>
        <translation>Eine über der anderen, mit verschiebbarer Trennlinie</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Trennlinie</translation>
    </message>
</context>
<context>
    <name>WanderEditor</name>
    <message>
        <source>How far each number of the embedding moves from one frame to the next</source>
        <translation>Wie weit sich jede Zahl des Embeddings von einem Frame zum nächsten bewegt</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>Alle gleich</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>All alike: every number of the embedding grows by the same. Random: each its own way.</source>
        <translation>Alle gleich: jede Zahl des Embeddings wächst um gleich viel. Zufällig: jede auf ihre Weise.</translation>
    </message>
    <message>
        <source>Seed of the direction</source>
        <translation>Seed der Richtung</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Direction seed</source>
        <translation>Richtungs-Seed</translation>
    </message>
    <message>
        <source>change step size</source>
        <translation>Schrittweite ändern</translation>
    </message>
    <message>
        <source>change direction</source>
        <translation>Richtung ändern</translation>
    </message>
</context>
<context>
    <name>WayRow</name>
    <message>
        <source>Length of this way relative to the others: 2× takes twice as long</source>
        <translation>Länge dieses Weges neben den anderen: 2× dauert doppelt so lange</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 Frame</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} Frames</translation>
    </message>
    <message>
        <source>Easing after prompt {number}: {easing}</source>
        <translation>Easing nach Prompt {number}: {easing}</translation>
    </message>
    <message>
        <source>Easing: how the frames are distributed on this way</source>
        <translation>Easing: wie die Frames auf diesem Weg verteilt sind</translation>
    </message>
    <message>
        <source>Length after prompt {number}</source>
        <translation>Länge nach Prompt {number}</translation>
    </message>
</context>
<context>
    <name>_SeedRow</name>
    <message>
        <source>Remove: {name}</source>
        <translation>Entfernen: {name}</translation>
    </message>
</context>
</TS>
