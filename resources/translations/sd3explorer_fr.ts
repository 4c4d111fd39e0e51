<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Models with a licence are fetched with an account that has accepted it. A token stays with the hub&apos;s own library on this machine, which other programs share.</source>
        <translation>Les modèles sous licence se téléchargent avec un compte qui l’a acceptée. Un jeton reste dans la bibliothèque du hub sur cette machine ; d’autres programmes s’en servent aussi.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Édi&amp;tion</translation>
    </message>
    <message>
        <source>&amp;Walk</source>
        <translation>&amp;Walk</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Rendu</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Lecture</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nouveau…</translation>
    </message>
    <message>
        <source>Begin with an example or an empty walk</source>
        <translation>Commencer par un exemple ou un walk vide</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>No&amp;uvelle fenêtre</translation>
    </message>
    <message>
        <source>Open another window, beside this one</source>
        <translation>Ouvrir une autre fenêtre à côté de celle-ci</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open a walk file, or a list of prompts</source>
        <translation>Ouvrir un walk ou une liste de prompts</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>Enregistrer le walk</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>Save the walk under another name</source>
        <translation>Enregistrer le walk sous un autre nom</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>What was rendered before, by thumbnail</source>
        <translation>Ce qui a été rendu, en vignettes</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>Save the finished pictures</source>
        <translation>Enregistrer les images terminées</translation>
    </message>
    <message>
        <source>Export o&amp;ptions…</source>
        <translation>Options &amp;d’exportation…</translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation>Taille, qualité et plus, avec un aperçu du fichier</translation>
    </message>
    <message>
        <source>Save this &amp;frame…</source>
        <translation>Enregistrer &amp;cette image…</translation>
    </message>
    <message>
        <source>Save the frame under the playhead</source>
        <translation>Enregistrer l’image sous la tête de lecture</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Fermer cette fenêtre</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>End the app; other windows stay</source>
        <translation>Quitter l’application ; les autres fenêtres restent</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>Annuler la dernière modification</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Redo the last undone edit</source>
        <translation>Refaire la modification</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>&amp;Copier l’image</translation>
    </message>
    <message>
        <source>Copy the frame under the playhead to the clipboard</source>
        <translation>Copier l’image sous la tête de lecture dans le presse-papiers</translation>
    </message>
    <message>
        <source>Copy pro&amp;mpts as text</source>
        <translation>Copier &amp;les prompts en texte</translation>
    </message>
    <message>
        <source>Copy all prompts, one per line, or as CSV with their frames</source>
        <translation>Copier tous les prompts, un par ligne, ou en CSV avec leurs images</translation>
    </message>
    <message>
        <source>Paste prompts or a picture</source>
        <translation>Coller des prompts ou une image</translation>
    </message>
    <message>
        <source>Make a path from a list of prompts, or give the keyframe here a picture</source>
        <translation>Faire le chemin à partir d’une liste, ou donner une image à l’image clé ici</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>&amp;Modifier le prompt</translation>
    </message>
    <message>
        <source>Go to the prompt at the playhead</source>
        <translation>Aller au prompt à la tête de lecture</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>Appearance, models, saving, keys, and how much rendered frames may take</source>
        <translation>Apparence, modèles, enregistrement, touches et place des images rendues</translation>
    </message>
    <message>
        <source>Make keyframe &amp;here</source>
        <translation>Créer &amp;une image clé ici</translation>
    </message>
    <message>
        <source>Pin a prompt to this frame</source>
        <translation>Fixer un prompt à cette image</translation>
    </message>
    <message>
        <source>Keyframe from a p&amp;icture…</source>
        <translation>&amp;Image clé depuis une image…</translation>
    </message>
    <message>
        <source>Give a picture to the keyframe at the playhead, or make one of it</source>
        <translation>Donner une image à l’image clé sous la tête de lecture, ou en créer une</translation>
    </message>
    <message>
        <source>E&amp;xplore…</source>
        <translation>&amp;Explorer…</translation>
    </message>
    <message>
        <source>Other seeds, steps and more of what is under the playhead, side by side</source>
        <translation>D’autres graines, pas et plus pour cet endroit, côte à côte</translation>
    </message>
    <message>
        <source>&amp;Map…</source>
        <translation>&amp;Carte…</translation>
    </message>
    <message>
        <source>Prompts as pins: look around between them, and draw a route</source>
        <translation>Les prompts en épingles : regarder entre elles et tracer un itinéraire</translation>
    </message>
    <message>
        <source>Draw &amp;wildcards</source>
        <translation>Tirer &amp;les jokers</translation>
    </message>
    <message>
        <source>Choose from {red|blue} and __name__ in all prompts at random, by a new seed</source>
        <translation>Remplacer {red|blue} et __name__ par du texte dans tous les prompts, avec une nouvelle graine</translation>
    </message>
    <message>
        <source>Re&amp;verse</source>
        <translation>I&amp;nverser</translation>
    </message>
    <message>
        <source>Go through the walk from its end to its start</source>
        <translation>Parcourir le walk de la fin au début</translation>
    </message>
    <message>
        <source>&amp;Shuffle prompts</source>
        <translation>Mélanger l’&amp;ordre des prompts</translation>
    </message>
    <message>
        <source>Put the prompts into another order; lengths and easings stay where they are</source>
        <translation>Mettre les prompts dans un autre ordre ; durées et accélérations restent en place</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>Continue with a copy that has no file yet</source>
        <translation>Continuer avec une copie qui n’a pas encore de fichier</translation>
    </message>
    <message>
        <source>&amp;Keep version</source>
        <translation>&amp;Garder une version</translation>
    </message>
    <message>
        <source>Keep the walk as it is now, to come back to it or compare with it</source>
        <translation>Garder le walk tel quel, pour y revenir ou le comparer</translation>
    </message>
    <message>
        <source>&amp;Compare versions</source>
        <translation>Comparer les &amp;versions</translation>
    </message>
    <message>
        <source>Show another version beside the walk</source>
        <translation>Montrer une autre version à côté du walk</translation>
    </message>
    <message>
        <source>Compare by a &amp;line</source>
        <translation>Comparer &amp;par une ligne</translation>
    </message>
    <message>
        <source>One version over the other with a line that you can drag, or side by side</source>
        <translation>Une version par-dessus l’autre avec une ligne à déplacer, ou côte à côte</translation>
    </message>
    <message>
        <source>&amp;Title…</source>
        <translation>&amp;Titre…</translation>
    </message>
    <message>
        <source>Give the walk a title</source>
        <translation>Donner un titre au walk</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>&amp;Modèles…</translation>
    </message>
    <message>
        <source>Choose the model, or fetch one</source>
        <translation>Choisir le modèle, ou en télécharger un</translation>
    </message>
    <message>
        <source>Render what is missing, and continue after every edit until it is stopped</source>
        <translation>Rendre ce qui manque, et continuer après chaque modification jusqu’à l’arrêt</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Stop rendering, now and after edits; finished frames stay</source>
        <translation>Arrêter le rendu, maintenant et après les modifications ; les images finies restent</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Direct</translation>
    </message>
    <message>
        <source>Show a quick draft wherever the playhead goes</source>
        <translation>Montrer une ébauche rapide où que soit la tête de lecture</translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation>Rendre la &amp;sélection</translation>
    </message>
    <message>
        <source>Render only the frames that are selected: drag over them with Shift</source>
        <translation>Rendre seulement les images sélectionnées : glisser dessus avec Maj</translation>
    </message>
    <message>
        <source>Add to &amp;queue…</source>
        <translation>Ajouter à la &amp;file d’attente…</translation>
    </message>
    <message>
        <source>Add this walk to the queue, which renders and exports it in its turn</source>
        <translation>Rendre et exporter ce walk quand vient son tour</translation>
    </message>
    <message>
        <source>Sho&amp;w queue</source>
        <translation>Afficher la f&amp;ile d’attente</translation>
    </message>
    <message>
        <source>What is waiting, what is being made, and what has become of the rest</source>
        <translation>Ce qui attend, ce qui est en cours et ce qu’est devenu le reste</translation>
    </message>
    <message>
        <source>&amp;Try failed frames again</source>
        <translation>Réessayer &amp;les images en échec</translation>
    </message>
    <message>
        <source>Try again to render the frames that failed</source>
        <translation>Rendre à nouveau les images qui n’ont pas pu l’être</translation>
    </message>
    <message>
        <source>&amp;Get the engine ready in advance</source>
        <translation>&amp;Préparer le moteur à l’avance</translation>
    </message>
    <message>
        <source>Load the model and compile while nothing is rendered yet</source>
        <translation>Charger le modèle et compiler tant que rien n’est rendu</translation>
    </message>
    <message>
        <source>&amp;Unload the model</source>
        <translation>Décharger le &amp;modèle</translation>
    </message>
    <message>
        <source>Stop the engine and free its memory</source>
        <translation>Arrêter le moteur et libérer sa mémoire</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Lire &amp;ou mettre en pause</translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation>Lire le walk</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>Lire en &amp;arrière</translation>
    </message>
    <message>
        <source>Play backwards; again is faster</source>
        <translation>Lire en arrière ; encore une fois va plus vite</translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation>Pa&amp;use</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Rester ici</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>&amp;Lire en avant</translation>
    </message>
    <message>
        <source>Play forwards; again is faster</source>
        <translation>Lire en avant ; encore une fois va plus vite</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>&amp;Plus lent</translation>
    </message>
    <message>
        <source>Play slower, down to a quarter of the speed</source>
        <translation>Lire plus lentement, jusqu’au quart de la vitesse</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>Plus &amp;vite</translation>
    </message>
    <message>
        <source>Play faster, up to double speed</source>
        <translation>Lire plus vite, jusqu’au double de la vitesse</translation>
    </message>
    <message>
        <source>Loop f&amp;rom here</source>
        <translation>&amp;Boucle à partir d’ici</translation>
    </message>
    <message>
        <source>Loop from this frame on</source>
        <translation>Lire à partir de cette image, en boucle</translation>
    </message>
    <message>
        <source>Loop t&amp;o here</source>
        <translation>Boucle &amp;jusqu’ici</translation>
    </message>
    <message>
        <source>Loop up to this frame</source>
        <translation>Lire jusqu’à cette image, en boucle</translation>
    </message>
    <message>
        <source>Clear loop ran&amp;ge</source>
        <translation>&amp;Effacer la boucle</translation>
    </message>
    <message>
        <source>Play the whole walk again</source>
        <translation>Lire à nouveau tout le walk</translation>
    </message>
    <message>
        <source>Pre&amp;vious frame</source>
        <translation>&amp;Image précédente</translation>
    </message>
    <message>
        <source>Go one frame back</source>
        <translation>Reculer d’une image</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>Image &amp;suivante</translation>
    </message>
    <message>
        <source>Go one frame forward</source>
        <translation>Avancer d’une image</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Dix images en arrière</translation>
    </message>
    <message>
        <source>Go ten frames back</source>
        <translation>Reculer de dix images</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>Dix images en avant</translation>
    </message>
    <message>
        <source>Go ten frames forward</source>
        <translation>Avancer de dix images</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>P&amp;remière image</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>Aller à la première image</translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation>&amp;Dernière image</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>Aller à la dernière image</translation>
    </message>
    <message>
        <source>&amp;Star this frame</source>
        <translation>Étoile sur &amp;cette image</translation>
    </message>
    <message>
        <source>Put a star on the frame under the playhead, or remove it</source>
        <translation>Mettre une étoile à l’image sous la tête de lecture, ou l’enlever</translation>
    </message>
    <message>
        <source>Previous star</source>
        <translation>Étoile précédente</translation>
    </message>
    <message>
        <source>Go back to the last frame with a star</source>
        <translation>Revenir à l’image étoilée précédente</translation>
    </message>
    <message>
        <source>Next star</source>
        <translation>Étoile suivante</translation>
    </message>
    <message>
        <source>Go on to the next frame with a star</source>
        <translation>Aller à l’image étoilée suivante</translation>
    </message>
    <message>
        <source>Only starre&amp;d</source>
        <translation>É&amp;toilées seulement</translation>
    </message>
    <message>
        <source>Play and step through starred frames only, each for a second</source>
        <translation>Lire et parcourir seulement les images étoilées, une seconde chacune</translation>
    </message>
    <message>
        <source>Zoom timeline in</source>
        <translation>Agrandir la timeline</translation>
    </message>
    <message>
        <source>Zoom timeline out</source>
        <translation>Réduire la timeline</translation>
    </message>
    <message>
        <source>Whole walk in the timeline</source>
        <translation>Tout le walk dans la timeline</translation>
    </message>
    <message>
        <source>S&amp;mooth preview</source>
        <translation>&amp;Aperçu lissé</translation>
    </message>
    <message>
        <source>Smooth pixels when zoomed in</source>
        <translation>Lisser les pixels en zoomant</translation>
    </message>
    <message>
        <source>Onion s&amp;kin</source>
        <translation>Pelure d’&amp;oignon</translation>
    </message>
    <message>
        <source>See the frames before and after through the picture</source>
        <translation>Voir les images d’avant et d’après à travers l’image</translation>
    </message>
    <message>
        <source>&amp;Difference from the frame before</source>
        <translation>&amp;Différence avec l’image précédente</translation>
    </message>
    <message>
        <source>See only what has changed, brightened</source>
        <translation>Voir seulement ce qui a changé, éclairci</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Plein écran</translation>
    </message>
    <message>
        <source>Only the picture, on black; Escape leaves</source>
        <translation>Seulement l’image, sur fond noir ; Échap pour quitter</translation>
    </message>
    <message>
        <source>&amp;Documentation…</source>
        <translation>&amp;Documentation…</translation>
    </message>
    <message>
        <source>The documentation, searchable without a network</source>
        <translation>Tout ce qu’il y a à lire, avec recherche, même sans réseau</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>Visi&amp;te guidée</translation>
    </message>
    <message>
        <source>Where to write, to render, and to pick up the finished file</source>
        <translation>Où écrire, rendre et prendre le fichier terminé</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>All keys and what they do</source>
        <translation>Tout ce que le clavier peut faire</translation>
    </message>
    <message>
        <source>&amp;Check this computer…</source>
        <translation>&amp;Vérifier cet ordinateur…</translation>
    </message>
    <message>
        <source>What it computes with, what is missing, and a report to copy</source>
        <translation>Avec quoi il calcule, ce qui manque, et un rapport à copier</translation>
    </message>
    <message>
        <source>Collect a &amp;report…</source>
        <translation>Réunir &amp;un rapport…</translation>
    </message>
    <message>
        <source>For a bug report: versions, this computer and the latest logs</source>
        <translation>Ce qui aide à trouver un défaut : versions, cet ordinateur et les derniers journaux</translation>
    </message>
    <message>
        <source>Show &amp;logs</source>
        <translation>&amp;Afficher les journaux</translation>
    </message>
    <message>
        <source>The folder with the logs of the app and the engine, for a bug report</source>
        <translation>Le dossier de ce que l’application et le moteur ont écrit, pour un rapport</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>L&amp;icences…</translation>
    </message>
    <message>
        <source>The software that the app is made of, and its licences</source>
        <translation>De quels travaux l’application est faite, et à quelles conditions</translation>
    </message>
    <message>
        <source>&amp;About sd3explorer</source>
        <translation>À &amp;propos de sd3explorer</translation>
    </message>
    <message>
        <source>Version, licence and what it is built on</source>
        <translation>Version, licence et ce sur quoi il repose</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ambre</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>Grey: no colour beside the picture</source>
        <translation>Gris : aucune couleur à côté de l’image</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>&amp;Accent</source>
        <translation>A&amp;ccent</translation>
    </message>
    <message>
        <source>The colour of what is selected, or the next thing to do.</source>
        <translation>Pour ce qui est sélectionné, ou la prochaine chose à faire.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Lan&amp;gue</translation>
    </message>
    <message>
        <source>In windows that are opened from now on.</source>
        <translation>Dans les fenêtres ouvertes à partir de maintenant.</translation>
    </message>
</context>
<context>
    <name>BlendEditor</name>
    <message>
        <source>Earlier prompts</source>
        <translation>Prompts précédents</translation>
    </message>
    <message>
        <source>More prompts</source>
        <translation>Autres prompts</translation>
    </message>
    <message>
        <source>{0} prompts, mixed along a route of {1} keyframes. The map shows and draws it.</source>
        <translation>{0} prompts, mélangés le long d’un itinéraire de {1} images clés. La carte le montre et le dessine.</translation>
    </message>
    <message>
        <source>Prompt {0}</source>
        <translation>Prompt {0}</translation>
    </message>
    <message>
        <source>edit what prompt {0} avoids</source>
        <translation>modifier le prompt négatif {0}</translation>
    </message>
    <message>
        <source>edit prompt {0}</source>
        <translation>modifier le prompt {0}</translation>
    </message>
    <message>
        <source>change picture {0}</source>
        <translation>changer l’image {0}</translation>
    </message>
    <message>
        <source>remove picture {0}</source>
        <translation>enlever l’image {0}</translation>
    </message>
</context>
<context>
    <name>ChangeCurve</name>
    <message>
        <source>Change between frames</source>
        <translation>Changement entre images</translation>
    </message>
    <message>
        <source>How much the picture changes from frame to frame; flat is even motion</source>
        <translation>À quel point l’image change d’une image à l’autre ; plat signifie un mouvement régulier</translation>
    </message>
    <message>
        <source>Bridge over a cut: frame {first} lies between one picture and the other</source>
        <translation>Pont sur une coupure : l’image {first} se trouve entre les deux</translation>
    </message>
    <message>
        <source>Bridge over a cut: frames {first} to {last} melt from one picture into the other</source>
        <translation>Pont sur une coupure : les images {first} à {last} se fondent de l’une à l’autre</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Documentation</source>
        <translation>Documentation</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Ouvrir un &amp;récent</translation>
    </message>
    <message>
        <source>{0} is gone, so it is no longer among the recent walks</source>
        <translation>{0} n’existe plus et ne figure donc plus parmi les walks récents</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Annuler : {0}</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>&amp;Rétablir : {0}</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Inverser</translation>
    </message>
    <message>
        <source>Shuffle prompts</source>
        <translation>Mélanger l’ordre des prompts</translation>
    </message>
    <message>
        <source>Another window can&apos;t be opened: Python can&apos;t be started again</source>
        <translation>Impossible d’ouvrir une autre fenêtre : Python ne peut pas être relancé</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>Afficher la file d’attente</translation>
    </message>
    <message>
        <source>{0} waits in the queue</source>
        <translation>{0} attend dans la file d’attente</translation>
    </message>
    <message>
        <source>{0} is waiting in the queue, which isn&apos;t started</source>
        <translation>{0} attend dans la file d’attente, qui n’est pas démarrée</translation>
    </message>
    <message>
        <source>No program here opens folders; it is in {0}</source>
        <translation>Aucun programme n’ouvre de dossiers ici ; c’est dans {0}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Enregistré sous {path}</translation>
    </message>
    <message>
        <source>There is no log: {0} can&apos;t be written</source>
        <translation>Il n’y a pas de journal : {0} ne peut pas être écrit</translation>
    </message>
    <message>
        <source>No program here opens folders; the logs are in {0}</source>
        <translation>Aucun programme n’ouvre de dossiers ici ; les journaux sont dans {0}</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>Changer le titre</translation>
    </message>
</context>
<context>
    <name>ComputerDialog</name>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Report on this computer</source>
        <translation>Rapport sur cet ordinateur</translation>
    </message>
    <message>
        <source>The report appears here.</source>
        <translation>Le rapport apparaît ici.</translation>
    </message>
    <message>
        <source>Parts that were checked</source>
        <translation>Parties vérifiées</translation>
    </message>
    <message>
        <source>With the last &amp;logs</source>
        <translation>Avec &amp;les derniers journaux</translation>
    </message>
    <message>
        <source>With this &amp;walk and its prompts</source>
        <translation>Avec ce &amp;walk et ses prompts</translation>
    </message>
    <message>
        <source>To report a fault, copy this. Prompts are in it only if you say so; your name is left out.</source>
        <translation>Pour signaler un défaut, copier ceci. Les prompts n’y sont que sur demande ; le nom de l’utilisateur est retiré.</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Vérifier à nouveau</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Stops checking</source>
        <translation>Arrête la vérification</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copies the report to the clipboard</source>
        <translation>Copie le rapport dans le presse-papiers</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>La vérification a été arrêtée.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Looking for models…</source>
        <translation>Recherche de modèles…</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Title of the walk:</source>
        <translation>Titre du walk :</translation>
    </message>
    <message>
        <source>Render this much?</source>
        <translation>Rendre autant ?</translation>
    </message>
    <message>
        <source>This walk needs a lot of space, and time.</source>
        <translation>Ce walk demande beaucoup de place et de temps.</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>{0} frames of {1} × {2} take up to {3} in the frame store.</source>
        <translation>{0} images de {1} × {2} occupent jusqu’à {3} dans le stock d’images.</translation>
    </message>
    <message>
        <source>{0} are free.</source>
        <translation>{0} sont libres.</translation>
    </message>
    <message>
        <source>Explore the latent space of Stable Diffusion 3.&lt;br&gt;Apache License 2.0. Built on KerasHub, Keras and Qt.</source>
        <translation>Explorer l’espace latent de Stable Diffusion 3.&lt;br&gt;Licence Apache 2.0. Bâti sur KerasHub, Keras et Qt.</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Untitled walk</source>
        <translation>Walk sans titre</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} à {1}</translation>
    </message>
    <message>
        <source>load changes from outside</source>
        <translation>charger les modifications externes</translation>
    </message>
</context>
<context>
    <name>DwellBox</name>
    <message>
        <source>Hold </source>
        <translation>Tenir </translation>
    </message>
    <message>
        <source>For how many more frames this prompt is held before the way to the next</source>
        <translation>Combien d’images de plus ce prompt se montre avant le passage au suivant</translation>
    </message>
    <message>
        <source> frame</source>
        <translation> image</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> images</translation>
    </message>
</context>
<context>
    <name>Easing</name>
    <message>
        <source>Custom</source>
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
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
        <translation>Moteurs</translation>
    </message>
    <message>
        <source>&amp;Engines on other machines…</source>
        <translation>&amp;Moteurs sur d’autres machines…</translation>
    </message>
    <message>
        <source>{0} engines</source>
        <translation>{0} moteurs</translation>
    </message>
    <message>
        <source>{0} · {1} given up</source>
        <translation>{0} · {1} abandonné(s)</translation>
    </message>
</context>
<context>
    <name>EnginesPage</name>
    <message>
        <source>Engines on other machines</source>
        <translation>Moteurs sur d’autres machines</translation>
    </message>
    <message>
        <source>Address of an engine</source>
        <translation>Adresse d’un moteur</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Machines that you reach by ssh without a password, with the same version of sd3explorer and the model of the walk. They render beside this one.</source>
        <translation>Machines accessibles par ssh sans mot de passe, avec la même version de sd3explorer et le modèle du walk. Elles rendent à côté de celle-ci.</translation>
    </message>
    <message>
        <source>Add an &amp;engine</source>
        <translation>Ajouter un &amp;moteur</translation>
    </message>
    <message>
        <source>Checking what is there…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copie…</translation>
    </message>
    <message>
        <source>Copy the model</source>
        <translation>Copier le modèle</translation>
    </message>
    <message>
        <source>{0} will be copied to {1}. That may take hours.</source>
        <translation>{0} seront copiés vers {1}. Cela peut prendre des heures.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>no GPU, so its processor renders</source>
        <translation>pas de GPU : le processeur rend</translation>
    </message>
    <message>
        <source>It works: sd3explorer {0} with {1}; {2}. Models: {3}</source>
        <translation>Cela fonctionne : sd3explorer {0} avec {1} ; {2}. Modèles : {3}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>It lacks {0}; {1}</source>
        <translation>Il y manque {0} ; {1}</translation>
    </message>
    <message>
        <source>It has all that this walk needs.</source>
        <translation>Il y a là tout ce qu’il faut pour ce walk.</translation>
    </message>
    <message>
        <source>&amp;Copy {0} there ({1})</source>
        <translation>&amp;Copier {0} là-bas ({1})</translation>
    </message>
    <message>
        <source>Copying: {0} of {1}</source>
        <translation>Copie : {0} sur {1}</translation>
    </message>
    <message>
        <source>Copied. Checking what is there…</source>
        <translation>Copié. Vérification de ce qui s’y trouve…</translation>
    </message>
</context>
<context>
    <name>EnginesPanel</name>
    <message>
        <source>Not started</source>
        <translation>Non démarré</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Rendu en cours</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Abandonné</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Chargement du modèle</translation>
    </message>
    <message>
        <source>Compiling</source>
        <translation>Compilation</translation>
    </message>
    <message>
        <source>{0} frames/min</source>
        <translation>{0} images/min</translation>
    </message>
</context>
<context>
    <name>ExamplesDialog</name>
    <message>
        <source>New walk</source>
        <translation>Nouveau walk</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>Example walks</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Empty walk</source>
        <translation>Walk vide</translation>
    </message>
    <message>
        <source>needs {0}</source>
        <translation>nécessite {0}</translation>
    </message>
    <message>
        <source>Two prompts to write, and the way between them in {0} frames.</source>
        <translation>Deux prompts à écrire, et le passage entre eux en {0} images.</translation>
    </message>
    <message>
        <source>Needs the model {0}, which has to be fetched once.</source>
        <translation>Nécessite le modèle {0}, à télécharger une fois.</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Looking up frames…</source>
        <translation>Recherche des images…</translation>
    </message>
    <message>
        <source>the folder follows when all are done</source>
        <translation>le dossier suit quand tout est fini</translation>
    </message>
    <message>
        <source>the {format} follows when all are done</source>
        <translation>{format} suit quand tout est fini</translation>
    </message>
    <message>
        <source>{done} of 1 frame; {follows}</source>
        <translation>{done} sur 1 image ; {follows}</translation>
    </message>
    <message>
        <source>{done} of {total} frames; {follows}</source>
        <translation>{done} images sur {total} ; {follows}</translation>
    </message>
    <message>
        <source>{name} was not saved: the walk has changed; save it when all frames are done</source>
        <translation>{name} n’a pas été enregistré : le walk a changé ; l’enregistrer quand toutes les images sont finies</translation>
    </message>
    <message>
        <source>{name} copied</source>
        <translation>{name} copié</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>Export this much?</source>
        <translation>Exporter autant ?</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>A folder for the frames</source>
        <translation>Un dossier pour les images</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Enregistrer ici</translation>
    </message>
    <message>
        <source>All frames must be rendered first</source>
        <translation>Toutes les images doivent d’abord être rendues</translation>
    </message>
    <message>
        <source>{done} of {total} are done</source>
        <translation>{done} sur {total} sont finies</translation>
    </message>
    <message>
        <source>Save the file where you want it</source>
        <translation>Enregistrer le fichier où l’on veut</translation>
    </message>
    <message>
        <source>Copy the file, to paste it into a folder or a chat</source>
        <translation>Copier le fichier, pour le coller dans un dossier ou une discussion</translation>
    </message>
    <message>
        <source>Save one picture of all frames</source>
        <translation>Enregistrer toutes les images en une seule</translation>
    </message>
    <message>
        <source>{format} plays {asked} as {played} fps</source>
        <translation>{format} lit {asked} à {played} ips</translation>
    </message>
    <message>
        <source>{name} can&apos;t be dragged yet: {reason}</source>
        <translation>{name} ne peut pas encore être glissé : {reason}</translation>
    </message>
    <message>
        <source>{name} is still being made; drag it when it is ready</source>
        <translation>{name} est en cours de création ; le glisser quand il est prêt</translation>
    </message>
    <message>
        <source>{name} isn&apos;t made yet: press the button on it</source>
        <translation>{name} n’est pas encore créé : son bouton le fait</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Enregistré sous {path}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save contact sheet…</source>
        <translation>Enregistrer la planche-contact…</translation>
    </message>
    <message>
        <source>Export options…</source>
        <translation>Options d’exportation…</translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation>Taille, qualité et plus, avec un aperçu du fichier</translation>
    </message>
    <message>
        <source>Include the walk in the file</source>
        <translation>Inclure le walk dans le fichier</translation>
    </message>
    <message>
        <source>Anyone who opens such a file here gets the walk, with its prompts</source>
        <translation>Qui ouvre un tel fichier ici obtient le walk avec ses prompts</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation>Quel genre de fichier devient le walk</translation>
    </message>
    <message>
        <source>EXPORT</source>
        <translation>EXPORTATION</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>For&amp;mat</translation>
    </message>
    <message>
        <source>Export options</source>
        <translation>Options d’exportation</translation>
    </message>
    <message>
        <source>Single frames and contact sheet</source>
        <translation>Images seules et planche-contact</translation>
    </message>
    <message>
        <source>More ways to export</source>
        <translation>Autres façons d’exporter</translation>
    </message>
    <message>
        <source>“{name}” is still being saved.</source>
        <translation>« {name} » est encore en cours d’enregistrement.</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>Quitter ?</translation>
    </message>
    <message>
        <source>If you quit now, there will be no such file.</source>
        <translation>Si vous quittez maintenant, ce fichier n’existera pas.</translation>
    </message>
    <message>
        <source>Quit when it is saved</source>
        <translation>Quitter une fois enregistré</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Quitter maintenant</translation>
    </message>
</context>
<context>
    <name>ExportSize</name>
    <message>
        <source>{0} frames of {1} × {2}: {3} of pixels</source>
        <translation>{0} images de {1} × {2} : {3} de pixels</translation>
    </message>
    <message>
        <source>{0}, {1} are free</source>
        <translation>{0}, {1} libres</translation>
    </message>
</context>
<context>
    <name>ExportTile</name>
    <message>
        <source>Progress of the export</source>
        <translation>Progression de l’exportation</translation>
    </message>
    <message>
        <source>Stop making this file</source>
        <translation>Arrêter la création de ce fichier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>try {n} · {percent}</source>
        <translation>essai {n} · {percent}</translation>
    </message>
    <message>
        <source>finishing…</source>
        <translation>finalisation…</translation>
    </message>
    <message>
        <source>{frames} · {pixels} · {size} · drag me out</source>
        <translation>{frames} · {pixels} · {size} · à glisser dehors</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportation</translation>
    </message>
    <message>
        <source>Drag it into a folder, a browser or a chat. Return saves it, Ctrl+C copies it.</source>
        <translation>Glisser dans un dossier, un navigateur ou une discussion. Entrée l’enregistre, Ctrl+C le copie.</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>1 frame</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>{n} frames</source>
        <translation>{n} images</translation>
    </message>
</context>
<context>
    <name>FetchRow</name>
    <message>
        <source>Fetching</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Stops fetching; what has arrived is kept</source>
        <translation>Arrête le téléchargement ; ce qui est arrivé est gardé</translation>
    </message>
    <message>
        <source>Fetching {0}: {1}</source>
        <translation>Téléchargement de {0} : {1}</translation>
    </message>
</context>
<context>
    <name>FileLock</name>
    <message>
        <source>another window</source>
        <translation>une autre fenêtre</translation>
    </message>
    <message>
        <source>a window on {0}</source>
        <translation>une fenêtre sur {0}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Unsaved changes of “{0}” are back.</source>
        <translation>Les modifications non enregistrées de « {0} » sont de retour.</translation>
    </message>
    <message>
        <source>Open a walk</source>
        <translation>Ouvrir un walk</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>Enregistrer le walk</translation>
    </message>
    <message>
        <source>Save the walk?</source>
        <translation>Enregistrer le walk ?</translation>
    </message>
    <message>
        <source>“{0}” has changes that are not saved.</source>
        <translation>« {0} » a des modifications non enregistrées.</translation>
    </message>
    <message>
        <source>Rendered frames are kept either way.</source>
        <translation>Les images rendues sont gardées dans tous les cas.</translation>
    </message>
    <message>
        <source>The app ended unexpectedly. Unsaved changes of “{0}” were kept.</source>
        <translation>L’application s’est arrêtée de façon inattendue. Les modifications non enregistrées de « {0} » ont été gardées.</translation>
    </message>
    <message>
        <source>Untitled walk</source>
        <translation>Walk sans titre</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Unsaved changes from last time can&apos;t be read; they are kept in {0}</source>
        <translation>Les modifications non enregistrées de la dernière fois sont illisibles ; elles sont gardées dans {0}</translation>
    </message>
    <message>
        <source>{0} is open in {1}; this is a copy of it.</source>
        <translation>{0} est ouvert dans {1} ; ceci en est une copie.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>{0} was changed by another program, so it wasn&apos;t saved. Your edits are kept.</source>
        <translation>{0} a été modifié par un autre programme et n’a donc pas été enregistré. Les modifications d’ici sont gardées.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Écraser</translation>
    </message>
    <message>
        <source>Load its changes</source>
        <translation>Charger ses modifications</translation>
    </message>
    <message>
        <source>{0} is open in another window ({1}); save under another name.</source>
        <translation>{0} est ouvert dans une autre fenêtre ({1}) ; l’enregistrer sous un autre nom.</translation>
    </message>
    <message>
        <source>Walks, exported files and lists of prompts ({0})</source>
        <translation>Walks, fichiers exportés et listes de prompts ({0})</translation>
    </message>
    <message>
        <source>Lists of prompts ({0})</source>
        <translation>Listes de prompts ({0})</translation>
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
        <translation>Images {first} à {last} : {done} sur {count} rendues</translation>
    </message>
    <message>
        <source>Frame {number}, on a bridge over a cut: {state}</source>
        <translation>Image {number}, sur un pont par-dessus une coupure : {state}</translation>
    </message>
    <message>
        <source>Frame {number}: {state}</source>
        <translation>Image {number} : {state}</translation>
    </message>
    <message>
        <source>{text}, starred</source>
        <translation>{text}, étoilée</translation>
    </message>
    <message>
        <source>not rendered</source>
        <translation>non rendue</translation>
    </message>
    <message>
        <source>waiting to be rendered</source>
        <translation>en attente de rendu</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>ébauche</translation>
    </message>
    <message>
        <source>rendered</source>
        <translation>rendue</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>en échec</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Frames</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>FoldersHint</name>
    <message>
        <source>No&amp;t now</source>
        <translation>&amp;Pas maintenant</translation>
    </message>
    <message>
        <source>Not everything was searched, as there are too many files. Add the folders that have models.</source>
        <translation>Tout n’a pas été parcouru, il y a trop de fichiers. Ajouter les dossiers qui contiennent des modèles.</translation>
    </message>
    <message>
        <source>No folder of ComfyUI, A1111 or Forge was found in the usual places. If you have models, add their folder, or drop it or a file here.</source>
        <translation>Aucun dossier de ComfyUI, A1111 ou Forge n’est à sa place habituelle. S’il y a des modèles, ajouter leur dossier, ou le déposer ici, lui ou un fichier.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Animated GIF</source>
        <translation>GIF animé</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>WebP animé</translation>
    </message>
    <message>
        <source>Animated AVIF</source>
        <translation>AVIF animé</translation>
    </message>
    <message>
        <source>Animated PNG</source>
        <translation>PNG animé</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>Vidéo MP4</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>Vidéo WebM</translation>
    </message>
    <message>
        <source>Contact sheet PNG</source>
        <translation>Planche-contact PNG</translation>
    </message>
    <message>
        <source>Contact sheet JPG</source>
        <translation>Planche-contact JPG</translation>
    </message>
    <message>
        <source>PNG frames</source>
        <translation>Images PNG</translation>
    </message>
</context>
<context>
    <name>FrameActions</name>
    <message>
        <source>Save this frame…</source>
        <translation>Enregistrer cette image…</translation>
    </message>
    <message>
        <source>Copy this frame</source>
        <translation>Copier cette image</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Frame {number} copied</source>
        <translation>Image {number} copiée</translation>
    </message>
</context>
<context>
    <name>Frames</name>
    <message>
        <source>{0} is not on this machine; Walk › Models fetches it, or chooses another one</source>
        <translation>{0} n’est pas sur cette machine ; Walk › Modèles le télécharge ou en choisit un autre</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Frame {0}</source>
        <translation>Image {0}</translation>
    </message>
</context>
<context>
    <name>GridEditor</name>
    <message>
        <source>Top left</source>
        <translation>En haut à gauche</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>En haut à droite</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>En bas à gauche</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>En bas à droite</translation>
    </message>
    <message>
        <source>Rows of pictures, from the top prompts to the bottom ones</source>
        <translation>Rangées d’images, des prompts du haut à ceux du bas</translation>
    </message>
    <message>
        <source>Columns of pictures, from the left prompts to the right ones</source>
        <translation>Colonnes d’images, des prompts de gauche à ceux de droite</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>edit what the {corner} prompt avoids</source>
        <translation>modifier le prompt négatif {corner}</translation>
    </message>
    <message>
        <source>edit {corner} prompt</source>
        <translation>modifier le prompt {corner}</translation>
    </message>
    <message>
        <source>change rows</source>
        <translation>changer les lignes</translation>
    </message>
    <message>
        <source>change columns</source>
        <translation>changer les colonnes</translation>
    </message>
</context>
<context>
    <name>GuidedSteps</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>Au milieu</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Without guidance no step is guided</source>
        <translation>Sans guidage, aucun pas n’est guidé</translation>
    </message>
    <message>
        <source>{0} of {1} steps guided: {2} % less work</source>
        <translation>{0} pas guidés sur {1} : {2} % de travail en moins</translation>
    </message>
    <message>
        <source>guided steps</source>
        <translation>pas guidés</translation>
    </message>
    <message>
        <source>lowest guided noise level</source>
        <translation>niveau de bruit guidé le plus bas</translation>
    </message>
    <message>
        <source>highest guided noise level</source>
        <translation>niveau de bruit guidé le plus haut</translation>
    </message>
    <message>
        <source>Guidance doubles the work of a step. Only in the middle, at the noise levels where it matters most, it takes less time and looks about as good</source>
        <translation>Le guidage double le travail d’un pas ; au milieu seulement, aux niveaux de bruit où il compte le plus, il fait gagner du temps et rend à peu près aussi bien</translation>
    </message>
    <message>
        <source>Gui&amp;ded steps</source>
        <translation>Pa&amp;s guidés</translation>
    </message>
    <message>
        <source>Guided steps</source>
        <translation>Pas guidés</translation>
    </message>
    <message>
        <source>Noise &amp;levels</source>
        <translation>Niveaux de &amp;bruit</translation>
    </message>
    <message>
        <source>Lowest guided noise level</source>
        <translation>Niveau de bruit guidé le plus bas</translation>
    </message>
    <message>
        <source>Highest guided noise level</source>
        <translation>Niveau de bruit guidé le plus haut</translation>
    </message>
    <message>
        <source>From 0, the finished picture, to 1, pure noise</source>
        <translation>De 0, l’image finie, à 1, le bruit pur</translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>Drag to another place (Alt+Up, Alt+Down)</source>
        <translation>Glisser à une autre place (Alt+Haut, Alt+Bas)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Untitled walk</source>
        <translation>Walk sans titre</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Search titles and prompts</source>
        <translation>Chercher dans les titres et prompts</translation>
    </message>
    <message>
        <source>What was rendered</source>
        <translation>Ce qui a été rendu</translation>
    </message>
    <message>
        <source>&amp;Keep a history</source>
        <translation>&amp;Tenir un historique</translation>
    </message>
    <message>
        <source>Records hold prompts, in a folder that only you can read</source>
        <translation>Les entrées contiennent des prompts, dans un dossier que seul ce compte peut lire</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>Remove this record; its frames stay in the frame store (Delete)</source>
        <translation>Retirer cette entrée ; ses images restent dans le stock d’images (Suppr)</translation>
    </message>
    <message>
        <source>&amp;Clear…</source>
        <translation>&amp;Effacer…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>O&amp;uvrir</translation>
    </message>
    <message>
        <source>Return or a double click opens the walk as a new document</source>
        <translation>Entrée ou un double-clic ouvre le walk comme nouveau document</translation>
    </message>
    <message>
        <source>Nothing that was rendered matches</source>
        <translation>Rien de ce qui a été rendu ne contient cela</translation>
    </message>
    <message>
        <source>Nothing yet: what you render from now on appears here, as long as its frames are kept</source>
        <translation>Encore rien : ce qui sera rendu apparaît ici, tant que ses images sont gardées</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>Rien n’est consigné</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>Effacer l’historique ?</translation>
    </message>
    <message>
        <source>All records are removed, which can&apos;t be undone.</source>
        <translation>Toutes les entrées sont retirées, sans retour possible.</translation>
    </message>
    <message>
        <source>Frames and walk files stay.</source>
        <translation>Les images et les fichiers de walks restent.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>seed {0}</source>
        <translation>graine {0}</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>{0} images</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} pas</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
</context>
<context>
    <name>HubRow</name>
    <message>
        <source>&lt;a href=&quot;{0}&quot;&gt;Make a token&lt;/a&gt;</source>
        <translation>&lt;a href=&quot;{0}&quot;&gt;Créer un jeton&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Token of {0}</source>
        <translation>Jeton de {0}</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in to {0}</source>
        <translation>Se connecter à {0}</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>Demande à {0}…</translation>
    </message>
    <message>
        <source>The environment variable {0} is set, and comes before what is entered here.</source>
        <translation>La variable d’environnement {0} est définie, et passe avant ce qui est saisi ici.</translation>
    </message>
    <message>
        <source>A token is kept in {0}. A new one replaces it.</source>
        <translation>Un jeton est gardé dans {0}. Un nouveau le remplace.</translation>
    </message>
    <message>
        <source>No token yet.</source>
        <translation>Pas encore de jeton.</translation>
    </message>
    <message>
        <source>Signed in as {0}; the token is kept in {1}.</source>
        <translation>Connecté en tant que {0} ; le jeton est gardé dans {1}.</translation>
    </message>
    <message>
        <source>API token, or all that is in kaggle.json</source>
        <translation>Jeton d’API, ou tout le contenu de kaggle.json</translation>
    </message>
    <message>
        <source>Access token, hf_…</source>
        <translation>Jeton d’accès, hf_…</translation>
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
        <translation>image {number}</translation>
    </message>
    <message>
        <source>More for prompt {number}</source>
        <translation>Plus pour le prompt {number}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete (a morph needs two prompts)</source>
        <translation>Supprimer (un morphing demande deux prompts)</translation>
    </message>
    <message>
        <source>Hold prompt {number}</source>
        <translation>Tenir le prompt {number}</translation>
    </message>
    <message>
        <source>Hold for some frames</source>
        <translation>Tenir quelques images</translation>
    </message>
    <message>
        <source>Own seed</source>
        <translation>Graine propre</translation>
    </message>
    <message>
        <source>Own guidance</source>
        <translation>Guidage propre</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
</context>
<context>
    <name>KeyframeList</name>
    <message>
        <source>{count} earlier prompts</source>
        <translation>{count} prompts précédents</translation>
    </message>
    <message>
        <source>{count} more prompts</source>
        <translation>{count} autres prompts</translation>
    </message>
</context>
<context>
    <name>KeyframeTrack</name>
    <message>
        <source>Keyframes</source>
        <translation>Images clés</translation>
    </message>
    <message>
        <source>&amp;Delete keyframe</source>
        <translation>&amp;Supprimer l’image clé</translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation>Déplacer l’image clé</translation>
    </message>
    <message>
        <source>A walk needs two keyframes</source>
        <translation>Un walk demande deux images clés</translation>
    </message>
    <message>
        <source>Delete keyframe</source>
        <translation>Supprimer l’image clé</translation>
    </message>
    <message>
        <source>Keyframe {number} of {count}, frame {frame}: {prompt}</source>
        <translation>Image clé {number} sur {count}, image {frame} : {prompt}</translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation>aucun prompt</translation>
    </message>
</context>
<context>
    <name>LoopRows</name>
    <message>
        <source>Once</source>
        <translation>Une fois</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation>Ce que fait la lecture après la dernière image</translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation>F&amp;in</translation>
    </message>
    <message>
        <source>Lead back to the start</source>
        <translation>Revenir au début</translation>
    </message>
    <message>
        <source>After the last prompt and seed come the first ones again, so that a loop has no jump</source>
        <translation>Après les derniers prompts et graines viennent de nouveau les premiers : la boucle est sans saut</translation>
    </message>
    <message>
        <source>A walk loops without a jump where it leads back to its start, and its noise is fixed, an orbit, or leads back too</source>
        <translation>Un walk boucle sans saut quand il revient au début et que son bruit est fixe, une orbite, ou revient aussi</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>Changer : {0}</translation>
    </message>
    <message>
        <source>lead back to the start</source>
        <translation>revenir au début</translation>
    </message>
    <message>
        <source>end at the last prompt or seed</source>
        <translation>finir au dernier prompt ou à la dernière graine</translation>
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
        <translation>Ajouter une LoRA…</translation>
    </message>
    <message>
        <source>Add a small change to the model; or drop its file on the window</source>
        <translation>Ajouter un petit changement au modèle ; ou déposer son fichier sur la fenêtre</translation>
    </message>
    <message>
        <source>Vary along the path</source>
        <translation>Varier le long du chemin</translation>
    </message>
    <message>
        <source>Each prompt has its own strengths, and frames go from one to the next</source>
        <translation>Chaque prompt a ses propres forces, et les images vont de l’une à l’autre</translation>
    </message>
    <message>
        <source>Change LoRA strength</source>
        <translation>Changer la force de la LoRA</translation>
    </message>
    <message>
        <source>Remove LoRA</source>
        <translation>Retirer la LoRA</translation>
    </message>
    <message>
        <source>Vary LoRAs along the path</source>
        <translation>Varier les LoRAs le long du chemin</translation>
    </message>
    <message>
        <source>Keep LoRAs along the path</source>
        <translation>Garder les LoRAs le long du chemin</translation>
    </message>
    <message>
        <source>Choose the file of a LoRA</source>
        <translation>Choisir le fichier d’une LoRA</translation>
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
        <translation>Quelle part de cette LoRA ; 0 est aucune, et sous 0 elle va dans l’autre sens</translation>
    </message>
    <message>
        <source>Strength of LoRA {0}: {1}</source>
        <translation>Force de la LoRA {0} : {1}</translation>
    </message>
    <message>
        <source>Remove LoRA {0}: {1}</source>
        <translation>Retirer la LoRA {0} : {1}</translation>
    </message>
    <message>
        <source>changes {0} modules</source>
        <translation>change {0} modules</translation>
    </message>
    <message>
        <source>{0} of {1} modules are in this model</source>
        <translation>{0} modules sur {1} sont dans ce modèle</translation>
    </message>
</context>
<context>
    <name>LoraStrengths</name>
    <message>
        <source>Strength of {0} at prompt {1}</source>
        <translation>Force de {0} au prompt {1}</translation>
    </message>
    <message>
        <source>How much of this LoRA is shown at this prompt</source>
        <translation>Quelle part de cette LoRA se voit à ce prompt</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong in the app itself. Your walk and its frames are kept.</source>
        <translation>Un problème est survenu dans l’application elle-même. Le walk et ses images sont gardés.</translation>
    </message>
    <message>
        <source>Only starre&amp;d ({0} of {1} stars are on a frame now)</source>
        <translation>É&amp;toilées seulement ({0} étoiles sur {1} sont sur une image à présent)</translation>
    </message>
    <message>
        <source>Only starre&amp;d</source>
        <translation>É&amp;toilées seulement</translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation>Ce walk ne peut pas être rendu</translation>
    </message>
    <message>
        <source>{0} is not on this machine</source>
        <translation>{0} n’est pas sur cette machine</translation>
    </message>
    <message>
        <source>Render s&amp;election ({0} frames)</source>
        <translation>Rendre la &amp;sélection ({0} images)</translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation>Rendre la &amp;sélection</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>Changer de modèle</translation>
    </message>
    <message>
        <source>{0} has its own steps, guidance and size; Undo brings the previous ones back.</source>
        <translation>{0} a ses propres pas, guidage et taille ; Annuler ramène les précédents.</translation>
    </message>
    <message>
        <source>Of {0} files only {1} was opened: a window has one walk.</source>
        <translation>Sur {0} fichiers, seul {1} a été ouvert : une fenêtre a un seul walk.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be opened here: drop a walk, a picture or video that carries one, a list of prompts, a model or a LoRA</source>
        <translation>{0} ne peut pas être ouvert ici : déposer un walk, une image ou une vidéo qui en porte un, une liste de prompts, un modèle ou une LoRA</translation>
    </message>
    <message>
        <source>A model takes at most {0} LoRAs</source>
        <translation>Un modèle prend au plus {0} LoRAs</translation>
    </message>
    <message>
        <source>Add LoRA</source>
        <translation>Ajouter une LoRA</translation>
    </message>
    <message>
        <source>{0} is on another machine ({1}): copy it to this one, and open the copy.</source>
        <translation>{0} est sur une autre machine ({1}) : le copier sur celle-ci et ouvrir la copie.</translation>
    </message>
</context>
<context>
    <name>Maker</name>
    <message>
        <source>The file could not be made ready: {reason}; free some space</source>
        <translation>Le fichier n’a pas pu être préparé : {reason} ; libérer de la place</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{0} · picture</source>
        <translation>{0} · image</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>{0} · seed {1}</source>
        <translation>{0} · graine {1}</translation>
    </message>
</context>
<context>
    <name>MapAside</name>
    <message>
        <source>Step &amp;back</source>
        <translation>&amp;Un pas en arrière</translation>
    </message>
    <message>
        <source>&amp;Clear route</source>
        <translation>&amp;Effacer l’itinéraire</translation>
    </message>
    <message>
        <source>&amp;Lead back to its start</source>
        <translation>&amp;Ramener à son début</translation>
    </message>
    <message>
        <source>&amp;Walk along it</source>
        <translation>&amp;Suivre cet itinéraire</translation>
    </message>
    <message>
        <source>The route becomes the walk&apos;s path; Undo brings the previous one back</source>
        <translation>L’itinéraire devient le chemin du walk ; Annuler ramène le précédent</translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Walk along a route</source>
        <translation>Suivre un itinéraire</translation>
    </message>
    <message>
        <source>The walk follows it now: render it, or undo to get its previous path back</source>
        <translation>Le walk le suit maintenant : le rendre, ou annuler pour retrouver le chemin précédent</translation>
    </message>
    <message>
        <source>Picture for the map</source>
        <translation>Image pour la carte</translation>
    </message>
    <message>
        <source>That is already on the map</source>
        <translation>C’est déjà sur la carte</translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures</source>
        <translation>Un walk a au plus {0} images</translation>
    </message>
    <message>
        <source>Pins are on a circle: {0}</source>
        <translation>Les épingles sont sur un cercle : {0}</translation>
    </message>
    <message>
        <source>Add prompts or pictures: between two or more of them there is something to find</source>
        <translation>Ajouter des prompts ou des images : à partir de deux, il y a quelque chose à trouver entre eux</translation>
    </message>
    <message>
        <source>The map is full: there is room for {0} pins</source>
        <translation>La carte est pleine : elle a place pour {0} épingles</translation>
    </message>
    <message>
        <source>Finding out how far apart the prompts are…</source>
        <translation>Mesure de la distance entre les prompts…</translation>
    </message>
    <message>
        <source>Draw on, or click to continue the route straight; Backspace takes it back</source>
        <translation>Continuer à tracer, ou cliquer pour prolonger tout droit ; Retour arrière reprend</translation>
    </message>
    <message>
        <source>Move over the map to look around · drag to draw a route · click pins to go through them</source>
        <translation>Passer sur la carte pour regarder · glisser pour tracer un itinéraire · cliquer des épingles pour y passer</translation>
    </message>
    <message>
        <source>Move over the map to see what is mixed there</source>
        <translation>Passer sur la carte : ce qui s’y mêle se montre ici</translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message>
        <source>Picture of the place</source>
        <translation>Image de l’endroit</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>ébauche</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Détails du message</translation>
    </message>
</context>
<context>
    <name>MixField</name>
    <message>
        <source>This picture lay between prompts, and stays as it was</source>
        <translation>Cette image était entre des prompts, et reste comme elle était</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>Écrire un prompt</translation>
    </message>
    <message>
        <source>Take the words of the nearer prompt instead, to change them</source>
        <translation>Prendre plutôt les mots du prompt le plus proche, pour les changer</translation>
    </message>
    <message>
        <source>Write prompt {number}</source>
        <translation>Écrire le prompt {number}</translation>
    </message>
</context>
<context>
    <name>ModelTexts</name>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>being copied…</source>
        <translation>copie en cours…</translation>
    </message>
    <message>
        <source>lacks {0}</source>
        <translation>manque {0}</translation>
    </message>
    <message>
        <source>can&apos;t be used</source>
        <translation>inutilisable</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>in use, not here yet</source>
        <translation>utilisé, pas encore là</translation>
    </message>
    <message>
        <source>can be fetched</source>
        <translation>à télécharger</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>It is still being copied or fetched, and is checked again when it is complete.</source>
        <translation>En cours de copie ou de téléchargement ; il sera regardé à nouveau quand il sera complet.</translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation>Dans {0}</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>Licence : {0}</translation>
    </message>
    <message>
        <source>{0} has {1}, of which {2} are free</source>
        <translation>{0} a {1}, dont {2} libres</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <source>Needs about {0} of memory; {1}.</source>
        <translation>Demande environ {0} de mémoire ; {1}.</translation>
    </message>
    <message>
        <source>It may not load.</source>
        <translation>Il risque de ne pas se charger.</translation>
    </message>
    <message>
        <source>asking the hub…</source>
        <translation>demande au hub…</translation>
    </message>
    <message>
        <source>{0} of about {1}</source>
        <translation>{0} sur environ {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/s</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>reste {0}</translation>
    </message>
    <message>
        <source>{0} of {1} GB</source>
        <translation>{0} sur {1} Go</translation>
    </message>
    <message>
        <source>the model&apos;s page</source>
        <translation>la page du modèle</translation>
    </message>
    <message>
        <source>Before the first fetch, accept its licence on {0} with an account on {1}, and enter a token of that account under &lt;i&gt;Accounts&lt;/i&gt;.</source>
        <translation>Avant le premier téléchargement, accepter sa licence sur {0} avec un compte sur {1}, et saisir un jeton de ce compte sous &lt;i&gt;Comptes&lt;/i&gt;.</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Utiliser</translation>
    </message>
    <message>
        <source>Renders the walk with this model</source>
        <translation>Rend le walk avec ce modèle</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Télécharger</translation>
    </message>
    <message>
        <source>Downloads this model, or continues a download</source>
        <translation>Télécharge ce modèle, ou continue</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>A&amp;jouter un dossier…</translation>
    </message>
    <message>
        <source>Choose a folder with models</source>
        <translation>Choisir un dossier de modèles</translation>
    </message>
    <message>
        <source>Adds a folder of ComfyUI, A1111 or Forge, or any other with models in it</source>
        <translation>Ajoute un dossier de ComfyUI, A1111 ou Forge, ou tout autre qui contient des modèles</translation>
    </message>
    <message>
        <source>Add a fi&amp;le…</source>
        <translation>Ajouter un &amp;fichier…</translation>
    </message>
    <message>
        <source>Adds a model that is one file</source>
        <translation>Ajoute un modèle qui est un seul fichier</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>&amp;Retirer de la liste</translation>
    </message>
    <message>
        <source>A&amp;ccounts…</source>
        <translation>&amp;Comptes…</translation>
    </message>
    <message>
        <source>Tokens for Kaggle and Hugging Face</source>
        <translation>Jetons pour Kaggle et Hugging Face</translation>
    </message>
    <message>
        <source>U&amp;nload</source>
        <translation>&amp;Décharger</translation>
    </message>
    <message>
        <source>Stops the engine and frees its memory</source>
        <translation>Arrête le moteur et libère sa mémoire</translation>
    </message>
    <message>
        <source>Show one that can&apos;t be used</source>
        <translation>Montrer celui qui est inutilisable</translation>
    </message>
    <message>
        <source>Show {0} that can&apos;t be used</source>
        <translation>Montrer {0} inutilisables</translation>
    </message>
    <message>
        <source>Takes {0} off the list; its files stay</source>
        <translation>Retire {0} de la liste ; ses fichiers restent</translation>
    </message>
    <message>
        <source>Choose the file of a model</source>
        <translation>Choisir le fichier d’un modèle</translation>
    </message>
</context>
<context>
    <name>ModelsView</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
</context>
<context>
    <name>MorphEditor</name>
    <message>
        <source>Add prompt</source>
        <translation>Ajouter un prompt</translation>
    </message>
    <message>
        <source>add prompt</source>
        <translation>ajouter un prompt</translation>
    </message>
    <message>
        <source>duplicate prompt {number}</source>
        <translation>dupliquer le prompt {number}</translation>
    </message>
    <message>
        <source>delete prompt {number}</source>
        <translation>supprimer le prompt {number}</translation>
    </message>
    <message>
        <source>move keyframe</source>
        <translation>déplacer l’image clé</translation>
    </message>
    <message>
        <source>edit prompt {number}</source>
        <translation>modifier le prompt {number}</translation>
    </message>
    <message>
        <source>edit what prompt {number} avoids</source>
        <translation>modifier le prompt négatif {number}</translation>
    </message>
    <message>
        <source>hold prompt {number}</source>
        <translation>tenir le prompt {number}</translation>
    </message>
    <message>
        <source>LoRA strength at prompt {number}</source>
        <translation>force de LoRA au prompt {number}</translation>
    </message>
    <message>
        <source>seed of prompt {number}</source>
        <translation>graine du prompt {number}</translation>
    </message>
    <message>
        <source>guidance at prompt {number}</source>
        <translation>guidage au prompt {number}</translation>
    </message>
    <message>
        <source>picture of prompt {number}</source>
        <translation>image du prompt {number}</translation>
    </message>
    <message>
        <source>write prompt {number}</source>
        <translation>écrire le prompt {number}</translation>
    </message>
    <message>
        <source>easing</source>
        <translation>accélération</translation>
    </message>
    <message>
        <source>change length</source>
        <translation>changer la durée</translation>
    </message>
</context>
<context>
    <name>MotionBar</name>
    <message>
        <source>Even</source>
        <translation>Régulier</translation>
    </message>
    <message>
        <source>Even motion</source>
        <translation>Mouvement régulier</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>Ponts</translation>
    </message>
    <message>
        <source>Bridges over cuts</source>
        <translation>Ponts sur les coupures</translation>
    </message>
    <message>
        <source>Places frames so that the picture changes by the same amount each time</source>
        <translation>Place les images là où l’image a chaque fois changé d’autant</translation>
    </message>
    <message>
        <source>Lets the picture melt where it would jump or nearly so; otherwise hard cuts stay</source>
        <translation>Laisse l’image se fondre là où elle sauterait, ou presque ; sinon les coupures restent</translation>
    </message>
    <message>
        <source>Only an even motion has bridges</source>
        <translation>Seul un mouvement régulier a des ponts</translation>
    </message>
    <message>
        <source>Motion: even</source>
        <translation>Mouvement : régulier</translation>
    </message>
    <message>
        <source>Motion: steady</source>
        <translation>Mouvement : constant</translation>
    </message>
    <message>
        <source>Making the motion even…</source>
        <translation>Régularisation du mouvement…</translation>
    </message>
    <message>
        <source>not found yet</source>
        <translation>pas encore trouvé</translation>
    </message>
    <message>
        <source>1 bridge</source>
        <translation>1 pont</translation>
    </message>
    <message>
        <source>{count} bridges</source>
        <translation>{count} ponts</translation>
    </message>
    <message>
        <source>1 hard cut</source>
        <translation>1 coupure nette</translation>
    </message>
    <message>
        <source>{count} hard cuts</source>
        <translation>{count} coupures nettes</translation>
    </message>
    <message>
        <source>The largest step from a frame to the next is {times} the usual one: 1× is perfectly even. Click to go there, after frame {frame}.</source>
        <translation>Le plus grand pas d’une image à l’autre vaut {times} le pas habituel : 1× est parfaitement régulier. Un clic y mène, après l’image {frame}.</translation>
    </message>
    <message>
        <source>Some of that is the speed that keyframes ask for.</source>
        <translation>Une partie vient de la vitesse que demandent les images clés.</translation>
    </message>
    <message>
        <source>A grid shows every mix of its prompts, so its frames stay where they are</source>
        <translation>Une grille montre chaque mélange de ses prompts, donc ses images restent en place</translation>
    </message>
    <message>
        <source>The noise jumps from frame to frame, so no picture leads to the next</source>
        <translation>Le bruit saute d’une image à l’autre, donc aucune ne mène à la suivante</translation>
    </message>
    <message>
        <source>Even motion needs three frames or more</source>
        <translation>Un mouvement régulier demande au moins trois images</translation>
    </message>
    <message>
        <source>Neither the prompt nor the noise moves here: all frames are alike</source>
        <translation>Ni le prompt ni le bruit ne bougent ici : toutes les images sont pareilles</translation>
    </message>
    <message>
        <source>Goes to the largest step</source>
        <translation>Va au plus grand pas</translation>
    </message>
    <message>
        <source>Steady motion</source>
        <translation>Mouvement constant</translation>
    </message>
    <message>
        <source>Bridge cuts</source>
        <translation>Ponter les coupures</translation>
    </message>
    <message>
        <source>Keep cuts</source>
        <translation>Garder les coupures</translation>
    </message>
</context>
<context>
    <name>Noise</name>
    <message>
        <source>Fixed</source>
        <translation>Fixe</translation>
    </message>
    <message>
        <source>All frames start from the same noise: calm</source>
        <translation>Toutes les images partent du même bruit : calme</translation>
    </message>
    <message>
        <source>Prompt and noise stay: all frames are the same</source>
        <translation>Prompt et bruit restent : toutes les images sont les mêmes</translation>
    </message>
    <message>
        <source>Varying</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Each frame starts from noise of its own: restless</source>
        <translation>Chaque image part de son propre bruit : agité</translation>
    </message>
    <message>
        <source>, each from a noise of its own</source>
        <translation>, chacune d’un bruit propre</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Orbite</translation>
    </message>
    <message>
        <source>The noise goes once round a circle: loops</source>
        <translation>Le bruit fait un tour de cercle : boucle</translation>
    </message>
    <message>
        <source>, once round a circle of noise: a loop without a seam</source>
        <translation>, un tour dans le cercle du bruit : une boucle sans couture</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Voyage</translation>
    </message>
    <message>
        <source>The noise goes from seed to seed</source>
        <translation>Le bruit va de graine en graine</translation>
    </message>
    <message>
        <source>, through several seeds</source>
        <translation>, à travers plusieurs graines</translation>
    </message>
</context>
<context>
    <name>NoiseEditor</name>
    <message>
        <source>NOISE</source>
        <translation>BRUIT</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Start noise</source>
        <translation>Bruit initial</translation>
    </message>
    <message>
        <source>shuffle seeds</source>
        <translation>mélanger les graines</translation>
    </message>
    <message>
        <source>For prompts without a seed of their own; from seed to seed in step with the prompts</source>
        <translation>Pour les prompts sans graine propre ; de graine en graine au pas des prompts</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Graines</translation>
    </message>
    <message>
        <source>change noise</source>
        <translation>changer le bruit</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>changer la graine</translation>
    </message>
    <message>
        <source>Unlock the seeds</source>
        <translation>Déverrouiller les graines</translation>
    </message>
    <message>
        <source>Lock the seeds: nothing changes them</source>
        <translation>Verrouiller les graines : rien ne les change</translation>
    </message>
    <message>
        <source>Lock the seeds</source>
        <translation>Verrouiller les graines</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>All frames are there: {0}</source>
        <translation>Toutes les images sont là : {0}</translation>
    </message>
    <message>
        <source>{0} is rendered</source>
        <translation>{0} est rendu</translation>
    </message>
    <message>
        <source>Rendering stopped</source>
        <translation>Rendu arrêté</translation>
    </message>
    <message>
        <source>{0} is saved</source>
        <translation>{0} est enregistré</translation>
    </message>
    <message>
        <source>The export isn&apos;t saved</source>
        <translation>L’exportation n’est pas enregistrée</translation>
    </message>
    <message>
        <source>{0} is made</source>
        <translation>{0} est prêt</translation>
    </message>
    <message>
        <source>{0} can&apos;t be made</source>
        <translation>{0} ne peut pas être créé</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Show it on the &amp;desktop</source>
        <translation>Le &amp;signaler sur le bureau</translation>
    </message>
    <message>
        <source>Make a &amp;sound</source>
        <translation>&amp;Jouer un son</translation>
    </message>
    <message>
        <source>When rendering or an export has come to its end, and another window is in front:</source>
        <translation>Quand le rendu ou une exportation est fini et qu’une autre fenêtre est devant :</translation>
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
        <translation>modifier le prompt négatif</translation>
    </message>
    <message>
        <source>edit prompt</source>
        <translation>modifier le prompt</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Export options</source>
        <translation>Options d’exportation</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progression de l’exportation</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Nothing to play yet</source>
        <translation>Encore rien à lire</translation>
    </message>
    <message>
        <source>No file could be made</source>
        <translation>Aucun fichier n’a pu être créé</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation>Quel genre de fichier devient le walk</translation>
    </message>
    <message>
        <source>A width in pixels, a percentage, or a factor such as 2×</source>
        <translation>Une largeur en pixels, un pourcentage, ou un facteur comme 2×</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Lisse</translation>
    </message>
    <message>
        <source>Blur from pixel to pixel; otherwise whole factors repeat pixels</source>
        <translation>Flou d’un pixel à l’autre ; sinon les facteurs entiers répètent les pixels</translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation>Ce que fait la lecture après la dernière image</translation>
    </message>
    <message>
        <source>How often it plays; a video contains its frames as often</source>
        <translation>Combien de fois il se lit ; une vidéo contient ses images autant de fois</translation>
    </message>
    <message>
        <source>Quick files are made sooner, and are larger or coarser</source>
        <translation>Les fichiers rapides sont prêts plus tôt, et plus gros ou plus grossiers</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>How much a GIF mixes pixels to make up for the colours it lacks</source>
        <translation>À quel point un GIF mêle les pixels pour compenser les couleurs qui manquent</translation>
    </message>
    <message>
        <source>The largest size that the file may have; quality is reduced for it, then pixels</source>
        <translation>La plus grande taille permise ; on y sacrifie la qualité, puis des pixels</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Frames in each row</source>
        <translation>Images par rangée</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Légendes</translation>
    </message>
    <message>
        <source>The number of each frame, or its prompt, below it</source>
        <translation>Le numéro de chaque image, ou son prompt, en dessous</translation>
    </message>
    <message>
        <source>Include its pictures</source>
        <translation>Inclure ses images</translation>
    </message>
    <message>
        <source>The walk in the file has the pictures of its keyframes; whoever gets it can see them</source>
        <translation>Le walk du fichier a les images de ses images clés ; qui le reçoit peut les voir</translation>
    </message>
    <message>
        <source>Not in this format</source>
        <translation>Pas dans ce format</translation>
    </message>
    <message>
        <source>As in the walk</source>
        <translation>Comme dans le walk</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>Sans fin</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Une fois</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} fois</translation>
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
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation>F&amp;in</translation>
    </message>
    <message>
        <source>&amp;Plays</source>
        <translation>&amp;Lectures</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>&amp;Dithering</source>
        <translation>T&amp;ramage</translation>
    </message>
    <message>
        <source>Max file si&amp;ze</source>
        <translation>Taille &amp;max.</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Colonnes</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Meilleure</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Toutes</translation>
    </message>
</context>
<context>
    <name>OptionsView</name>
    <message>
        <source>Making it…</source>
        <translation>Création…</translation>
    </message>
    <message>
        <source>Making it smaller, try {n}…</source>
        <translation>Réduction, essai {n}…</translation>
    </message>
    <message>
        <source>No file is being made; change an option to make one.</source>
        <translation>Aucun fichier n’est en cours ; changer une option pour en créer un.</translation>
    </message>
</context>
<context>
    <name>OwnSettings</name>
    <message>
        <source>between seeds</source>
        <translation>entre graines</translation>
    </message>
    <message>
        <source>How strongly the picture follows its prompt here</source>
        <translation>À quel point l’image suit son prompt ici</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidage</translation>
    </message>
    <message>
        <source>Leave the seed to the walk</source>
        <translation>Laisser la graine au walk</translation>
    </message>
    <message>
        <source>Leave the guidance to the walk</source>
        <translation>Laisser le guidage au walk</translation>
    </message>
    <message>
        <source>Seed of prompt {number}</source>
        <translation>Graine du prompt {number}</translation>
    </message>
    <message>
        <source>Guidance at prompt {number}</source>
        <translation>Guidage au prompt {number}</translation>
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
        <translation>À travers deux prompts ou plus, l’un après l’autre</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Fondu</translation>
    </message>
    <message>
        <source>Mixes of many prompts, along a route over the map</source>
        <translation>Mélanges de nombreux prompts, le long d’un itinéraire sur la carte</translation>
    </message>
    <message>
        <source>Along a route between {prompts} prompts in {frames} frames</source>
        <translation>Le long d’un itinéraire entre {prompts} prompts en {frames} images</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Grille</translation>
    </message>
    <message>
        <source>All mixes of four prompts</source>
        <translation>Tous les mélanges de quatre prompts</translation>
    </message>
    <message>
        <source>Every mix of four prompts, {rows} × {columns} frames</source>
        <translation>Chaque mélange de quatre prompts, {rows} × {columns} images</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>ligne {row}, colonne {column}</translation>
    </message>
    <message>
        <source>A grid has rows × columns frames</source>
        <translation>Une grille a lignes × colonnes images</translation>
    </message>
    <message>
        <source>Wander</source>
        <translation>Dérive</translation>
    </message>
    <message>
        <source>Away from one prompt, step by step</source>
        <translation>S’éloigner d’un prompt, pas à pas</translation>
    </message>
    <message>
        <source>Drifting away from one prompt in {frames} frames, until the picture falls apart</source>
        <translation>S’éloigner d’un prompt en {frames} images, jusqu’à ce que l’image se défasse</translation>
    </message>
    <message>
        <source>distance {distance}</source>
        <translation>distance {distance}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Tenue</translation>
    </message>
    <message>
        <source>One prompt for all frames; the noise may move</source>
        <translation>Un prompt pour toutes les images ; le bruit peut bouger</translation>
    </message>
    <message>
        <source>One prompt in {frames} frames</source>
        <translation>Un prompt en {frames} images</translation>
    </message>
    <message>
        <source>Through {prompts} prompts in {frames} frames</source>
        <translation>À travers {prompts} prompts en {frames} images</translation>
    </message>
    <message>
        <source>From one prompt to another in {frames} frames</source>
        <translation>D’un prompt à l’autre en {frames} images</translation>
    </message>
</context>
<context>
    <name>PathDrawing</name>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>{0}. The dot is where the playhead is.</source>
        <translation>{0}. Le point est à la tête de lecture.</translation>
    </message>
</context>
<context>
    <name>PathPanel</name>
    <message>
        <source>Kind of path</source>
        <translation>Genre de chemin</translation>
    </message>
    <message>
        <source>change path to {kind}</source>
        <translation>changer le chemin : {kind}</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>between pictures</source>
        <translation>entre images</translation>
    </message>
    <message>
        <source>Near it</source>
        <translation>Près d’elle</translation>
    </message>
    <message>
        <source>Through it</source>
        <translation>Par elle</translation>
    </message>
    <message>
        <source>Near it: the prompt&apos;s picture resembles this one
Through it: the walk comes to this very picture</source>
        <translation>Près d’elle : l’image du prompt lui ressemble
Par elle : le walk arrive à cette image même</translation>
    </message>
    <message>
        <source>How much of the picture is changed; at 0 % it stays as it is</source>
        <translation>Quelle part de l’image est changée ; à 0 % elle reste telle quelle</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Enlever l’image</translation>
    </message>
    <message>
        <source>Picture of prompt {number}</source>
        <translation>Image du prompt {number}</translation>
    </message>
    <message>
        <source>How the walk comes to {picture}</source>
        <translation>Comment le walk y arrive : {picture}</translation>
    </message>
    <message>
        <source>How much of {picture} is changed</source>
        <translation>Quelle part est changée : {picture}</translation>
    </message>
    <message>
        <source>Changed by {0} %</source>
        <translation>Changée de {0} %</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>Pictures ({0})</source>
        <translation>Images ({0})</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Drag the frame to show another part; turn the wheel to zoom in
With the keyboard: the arrow keys, + and −</source>
        <translation>Glisser le cadre pour montrer une autre partie ; tourner la molette pour s’approcher
Au clavier : les flèches, + et −</translation>
    </message>
    <message>
        <source>Not in the file: drop it here again</source>
        <translation>Pas dans le fichier : la déposer ici à nouveau</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Picture for a keyframe</source>
        <translation>Image pour une image clé</translation>
    </message>
    <message>
        <source>Picture of a keyframe</source>
        <translation>Image d’une image clé</translation>
    </message>
    <message>
        <source>A blend takes its pictures from the map: press M, and drop this one there.</source>
        <translation>Un fondu prend ses images de la carte : appuyer sur M et y déposer celle-ci.</translation>
    </message>
    <message>
        <source>Only a morph has keyframes that take pictures: change the path to Morph first.</source>
        <translation>Seul un morph a des images clés qui prennent des images : changer d’abord le chemin en Morph.</translation>
    </message>
    <message>
        <source>There are {0} keyframes already, and no more are possible: drop the picture on one of them.</source>
        <translation>Il y a {0} images clés, et pas plus : déposer l’image sur l’une d’elles.</translation>
    </message>
    <message>
        <source>There is no room for a keyframe here: drop the picture on the card of one.</source>
        <translation>Il n’y a pas de place pour une image clé ici : déposer l’image sur la fiche d’une autre.</translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures: remove one first.</source>
        <translation>Un walk a au plus {0} images : en enlever une d’abord.</translation>
    </message>
    <message>
        <source>The picture belongs to prompt {0} now.</source>
        <translation>L’image appartient maintenant au prompt {0}.</translation>
    </message>
    <message>
        <source>The pictures belong to the prompts {0} now.</source>
        <translation>Les images appartiennent maintenant aux prompts {0}.</translation>
    </message>
    <message>
        <source>{0} made it of “{1}”.</source>
        <translation>{0} l’a faite de « {1} ».</translation>
    </message>
    <message>
        <source>Take its words and numbers</source>
        <translation>Prendre ses mots et ses nombres</translation>
    </message>
    <message>
        <source>Take what a picture was made with</source>
        <translation>Prendre ce dont une image a été faite</translation>
    </message>
</context>
<context>
    <name>PinBar</name>
    <message>
        <source>How pins are mixed</source>
        <translation>Comment les épingles se mêlent</translation>
    </message>
    <message>
        <source>As a map</source>
        <translation>En carte</translation>
    </message>
    <message>
        <source>As a square of four</source>
        <translation>En carré de quatre</translation>
    </message>
    <message>
        <source>Another prompt for the map</source>
        <translation>Un autre prompt pour la carte</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation>&amp;Image…</translation>
    </message>
    <message>
        <source>Put a picture on the map; you can drop or paste one as well</source>
        <translation>Mettre une image sur la carte ; on peut aussi la déposer ou la coller</translation>
    </message>
    <message>
        <source>Another &amp;seed</source>
        <translation>Autre &amp;graine</translation>
    </message>
    <message>
        <source>Put the selected pin on the map again, with a noise of its own</source>
        <translation>Remettre l’épingle choisie sur la carte, avec un bruit propre</translation>
    </message>
    <message>
        <source>A&amp;rrange</source>
        <translation>&amp;Disposer</translation>
    </message>
    <message>
        <source>Put pins where they belong, except those that you moved</source>
        <translation>Mettre les épingles à leur place, sauf celles qui ont été déplacées</translation>
    </message>
    <message>
        <source>Re&amp;move pin</source>
        <translation>Retirer &amp;l’épingle</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Preview of the file</source>
        <translation>Aperçu du fichier</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Moteurs</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>&amp;Reset all…</source>
        <translation>&amp;Tout réinitialiser…</translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation>Gardé dans {0}</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: this holds until the app is closed</source>
        <translation>{0} ne peut pas être écrit : cela vaut jusqu’à la fin de l’application</translation>
    </message>
    <message>
        <source>Reset all preferences?</source>
        <translation>Réinitialiser toutes les préférences ?</translation>
    </message>
    <message>
        <source>Keys too. The limit for frames stays, as do frames and walks.</source>
        <translation>Les touches aussi. La place des images reste, comme les images et les walks.</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>Ré&amp;initialiser</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Settings &amp;presets</source>
        <translation>Réglages enregi&amp;strés</translation>
    </message>
    <message>
        <source>Apply “{0}”</source>
        <translation>Appliquer « {0} »</translation>
    </message>
    <message>
        <source>The model can&apos;t make pictures of the size of “{0}”, so the size stays.</source>
        <translation>Le modèle ne fait pas d’images de la taille de « {0} » : la taille reste.</translation>
    </message>
    <message>
        <source>&amp;Keep these settings…</source>
        <translation>&amp;Garder ces réglages…</translation>
    </message>
    <message>
        <source>&amp;Rename or delete…</source>
        <translation>&amp;Renommer ou supprimer…</translation>
    </message>
    <message>
        <source>Kept as “{0}”: {1}</source>
        <translation>Gardé sous « {0} » : {1}</translation>
    </message>
    <message>
        <source>Keep settings</source>
        <translation>Garder les réglages</translation>
    </message>
    <message>
        <source>Name for steps, guidance, size, timing and export:</source>
        <translation>Nom pour pas, guidage, taille, temps et export :</translation>
    </message>
    <message>
        <source>Replace “{0}”?</source>
        <translation>Remplacer « {0} » ?</translation>
    </message>
    <message>
        <source>There is a preset of this name, with other settings.</source>
        <translation>Il existe déjà des réglages de ce nom, avec d’autres valeurs.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <source>Settings presets</source>
        <translation>Réglages enregistrés</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Re&amp;nommer</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>Re&amp;mettre</translation>
    </message>
    <message>
        <source>There is another preset called “{0}”.</source>
        <translation>D’autres réglages s’appellent « {0} ».</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>no prompt</source>
        <translation>aucun prompt</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>ébauche</translation>
    </message>
    <message>
        <source>rendering</source>
        <translation>rendu en cours</translation>
    </message>
    <message>
        <source>Frame {number} can&apos;t be rendered</source>
        <translation>L’image {number} ne peut pas être rendue</translation>
    </message>
    <message>
        <source>Nothing is rendered yet</source>
        <translation>Rien n’est encore rendu</translation>
    </message>
    <message>
        <source>It has another model, size or LoRAs: show this version to render it</source>
        <translation>Elle a un autre modèle, une autre taille ou d’autres LoRAs : montrer cette version pour la rendre</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>The picture shows as soon as it is done</source>
        <translation>L’image se montre dès qu’elle est finie</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>Image {number} sur {count}</translation>
    </message>
    <message>
        <source>guidance {scale}</source>
        <translation>guidage {scale}</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is from before the edit</source>
        <translation>L’image {number} n’est pas encore rendue : celle-ci date d’avant la modification</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other} from before the edit</source>
        <translation>L’image {number} n’est pas encore rendue : ceci est l’image {other} d’avant la modification</translation>
    </message>
    <message>
        <source>The first time, the app measures what suits this device</source>
        <translation>La première fois, l’application mesure ce qui convient à cet appareil</translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation>Ce walk ne peut pas être rendu</translation>
    </message>
    <message>
        <source>The model is not on this machine</source>
        <translation>Le modèle n’est pas sur cette machine</translation>
    </message>
    <message>
        <source>Walk › Models fetches it, or chooses another one</source>
        <translation>Walk › Modèles le télécharge ou en choisit un autre</translation>
    </message>
    <message>
        <source>{keys} renders this walk</source>
        <translation>{keys} rend ce walk</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other}</source>
        <translation>L’image {number} n’est pas encore rendue : ceci est l’image {other}</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 pas</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} pas</translation>
    </message>
    <message>
        <source>No frame comes before this one</source>
        <translation>Aucune image ne vient avant celle-ci</translation>
    </message>
    <message>
        <source>Frame {number}, the one before, isn&apos;t rendered yet</source>
        <translation>L’image {number}, la précédente, n’est pas encore rendue</translation>
    </message>
    <message>
        <source>Difference from frame {number}, {times} × as bright</source>
        <translation>Différence avec l’image {number}, {times} × plus claire</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>beside it {0}</source>
        <translation>à côté {0}</translation>
    </message>
    <message>
        <source>zoom {0} %</source>
        <translation>zoom {0} %</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>&amp;Copier l’image</translation>
    </message>
    <message>
        <source>&amp;Save frame…</source>
        <translation>&amp;Enregistrer l’image…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Zoom avant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Z&amp;oom arrière</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Ajuster</translation>
    </message>
    <message>
        <source>&amp;Pixel for pixel</source>
        <translation>&amp;Pixel pour pixel</translation>
    </message>
</context>
<context>
    <name>PromptField</name>
    <message>
        <source>{count} / {limit} tokens</source>
        <translation>{count} / {limit} tokens</translation>
    </message>
    <message>
        <source>{numbers} · the end is not read</source>
        <translation>{numbers} · la fin n’est pas lue</translation>
    </message>
    <message>
        <source>Tokens of this prompt, and how many the model reads; the rest is struck out</source>
        <translation>Tokens de ce prompt, et combien le modèle en lit ; le reste est barré</translation>
    </message>
    <message>
        <source>Not known: {words}</source>
        <translation>Inconnus : {words}</translation>
    </message>
    <message>
        <source>This model wasn&apos;t taught these words and draws anything for them; Ctrl+Space lists what it knows</source>
        <translation>Ce modèle n’a pas appris ces mots et dessine n’importe quoi pour eux ; Ctrl+Espace liste ce qu’il connaît</translation>
    </message>
</context>
<context>
    <name>PromptLists</name>
    <message>
        <source>There is no text to paste: copy a list of prompts first, one a line</source>
        <translation>Il n’y a pas de texte à coller : copier d’abord une liste de prompts, un par ligne</translation>
    </message>
    <message>
        <source>Paste prompts</source>
        <translation>Coller des prompts</translation>
    </message>
    <message>
        <source>Take prompts from a file</source>
        <translation>Prendre les prompts d’un fichier</translation>
    </message>
    <message>
        <source>Copied as text: {0}.</source>
        <translation>Copié en texte : {0}.</translation>
    </message>
    <message>
        <source>No prompt has wildcards: they are written {a|b}, or __name__ for a file.</source>
        <translation>Aucun prompt n’a de jokers : ils s’écrivent {a|b}, ou __name__ pour un fichier.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Draw wildcards</source>
        <translation>Tirer les jokers</translation>
    </message>
    <message>
        <source>Drew the wildcards of {0} by the seed {1}; Undo brings them back.</source>
        <translation>Jokers de {0} tirés avec la graine {1} ; Annuler les ramène.</translation>
    </message>
    <message>
        <source>Some have wildcards, which can be drawn.</source>
        <translation>Certains ont des jokers, qui peuvent être tirés.</translation>
    </message>
    <message>
        <source>The path goes through {0} now, in {1} frames; Undo brings the previous path back.</source>
        <translation>Le chemin passe maintenant par {0}, en {1} images ; Annuler ramène le précédent.</translation>
    </message>
    <message>
        <source>{0} prompts</source>
        <translation>{0} prompts</translation>
    </message>
    <message>
        <source>one prompt</source>
        <translation>un prompt</translation>
    </message>
    <message>
        <source>Folder with the files of wildcards</source>
        <translation>Dossier des fichiers de jokers</translation>
    </message>
</context>
<context>
    <name>PromptsField</name>
    <message>
        <source>Describe the picture</source>
        <translation>Décrire l’image</translation>
    </message>
    <message>
        <source>What to lead away from (negative prompt)</source>
        <translation>Ce dont s’éloigner (prompt négatif)</translation>
    </message>
    <message>
        <source>What to avoid at: {name}</source>
        <translation>À éviter pour : {name}</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Négatif</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>À éviter</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Waits</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>Making the motion even</source>
        <translation>Régularisation du mouvement</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Écriture du fichier</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>{0} images</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>Quitter ?</translation>
    </message>
    <message>
        <source>The queue is still making files.</source>
        <translation>La file d’attente crée encore des fichiers.</translation>
    </message>
    <message>
        <source>It can continue without this window.</source>
        <translation>Elle peut continuer sans cette fenêtre.</translation>
    </message>
    <message>
        <source>Let it continue</source>
        <translation>La laisser continuer</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>La mettre en pause</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Walks that become files, one after the other</source>
        <translation>Des walks qui deviennent des fichiers, l’un après l’autre</translation>
    </message>
    <message>
        <source>Queue: {0} of {1} · {2} %</source>
        <translation>File d’attente : {0} sur {1} · {2} %</translation>
    </message>
    <message>
        <source>Queue: {0} waiting</source>
        <translation>File d’attente : {0} en attente</translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Walks in the queue</source>
        <translation>Walks dans la file d’attente</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Sooner (Alt+Up)</source>
        <translation>Plus tôt (Alt+Haut)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Plus tard (Alt+Bas)</translation>
    </message>
    <message>
        <source>Make a&amp;gain</source>
        <translation>Re&amp;faire</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Afficher dans le d&amp;ossier</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Remove it from the queue; frames stay in the frame store (Delete)</source>
        <translation>Retirer de la file d’attente ; les images restent dans le stock d’images (Suppr)</translation>
    </message>
    <message>
        <source>&amp;Clear finished</source>
        <translation>&amp;Effacer les terminés</translation>
    </message>
    <message>
        <source>Remove what is done or failed; files stay</source>
        <translation>Retirer ce qui est terminé ou a échoué ; les fichiers restent</translation>
    </message>
    <message>
        <source>&amp;Add this walk…</source>
        <translation>&amp;Ajouter ce walk…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Démar&amp;rer</translation>
    </message>
    <message>
        <source>Nothing yet: add walks, start the queue, and find their files in the morning. It continues when this window is closed, and after a restart of the computer when it is started again.</source>
        <translation>Rien encore : ajoutez des walks, démarrez la file d’attente et trouvez leurs fichiers au matin. Elle continue quand cette fenêtre est fermée et, après un redémarrage de l’ordinateur, dès qu’elle est relancée.</translation>
    </message>
    <message>
        <source>Files are being made, one after the other; the computer is kept awake meanwhile.</source>
        <translation>Les fichiers sont créés l’un après l’autre ; l’ordinateur reste éveillé pendant ce temps.</translation>
    </message>
    <message>
        <source>Nothing is being made: Start begins with the first one that is waiting.</source>
        <translation>Rien n’est en cours : Démarrer commence par le premier qui attend.</translation>
    </message>
    <message>
        <source>All done.</source>
        <translation>Tout est terminé.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Stop what is being made; its frames are kept</source>
        <translation>Arrêter ce qui est en cours ; ses images sont gardées</translation>
    </message>
    <message>
        <source>Make the files, in this order</source>
        <translation>Créer les fichiers, dans cet ordre</translation>
    </message>
</context>
<context>
    <name>QueueWatch</name>
    <message>
        <source>the log says more</source>
        <translation>le journal en dit plus</translation>
    </message>
    <message>
        <source>The queue stopped: {0}</source>
        <translation>La file d’attente s’est arrêtée : {0}</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message>
        <source>This page can&apos;t be read: {0}</source>
        <translation>Impossible de lire cette page : {0}</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Clear list</source>
        <translation>Vider la liste</translation>
    </message>
    <message>
        <source>No recent walks</source>
        <translation>Aucun walk récent</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Unsaved edits can&apos;t be kept for a crash; save the walk. {0}</source>
        <translation>Les modifications non enregistrées ne peuvent pas être protégées d’un plantage ; enregistrer le walk. {0}</translation>
    </message>
</context>
<context>
    <name>RenderControl</name>
    <message>
        <source> · {0} frames/s · {1} left</source>
        <translation> · {0} images/s · reste {1}</translation>
    </message>
</context>
<context>
    <name>RenderingPage</name>
    <message>
        <source>Automatic: one that has the GPU</source>
        <translation>Automatique : celui qui a le GPU</translation>
    </message>
    <message>
        <source>Automatic: what suits the device</source>
        <translation>Automatique : ce qui convient à l’appareil</translation>
    </message>
    <message>
        <source>&amp;Model of new walks</source>
        <translation>Modèle des nouveaux &amp;walks</translation>
    </message>
    <message>
        <source>For File › New. A walk that exists keeps its own.</source>
        <translation>Pour Fichier › Nouveau. Un walk existant garde le sien.</translation>
    </message>
    <message>
        <source>&amp;Backend</source>
        <translation>&amp;Backend</translation>
    </message>
    <message>
        <source>Pre&amp;cision</source>
        <translation>&amp;Précision</translation>
    </message>
    <message>
        <source>Both apply at once, in this window. Another precision makes other frames: all are rendered anew, and those of before come back with their precision.</source>
        <translation>Les deux valent aussitôt, dans cette fenêtre. Dans une autre précision, les images sont d’autres images : elles sont rendues à nouveau, et reviennent avec la précision dans laquelle elles ont été rendues.</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>{0} n’est pas installé</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Frame numbers</source>
        <translation>Numéros d’images</translation>
    </message>
    <message>
        <source>Loop from frame {0} to {1}</source>
        <translation>Boucle de l’image {0} à {1}</translation>
    </message>
</context>
<context>
    <name>SamplerPanel</name>
    <message>
        <source> fps</source>
        <translation> ips</translation>
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
        <translation>Réglages enregistrés : pas, guidage, taille, temps et export sous un nom</translation>
    </message>
    <message>
        <source>Settings presets</source>
        <translation>Réglages enregistrés</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>guidage</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>images</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>cadence</translation>
    </message>
    <message>
        <source>image size</source>
        <translation>taille d’image</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>Changer : {0}</translation>
    </message>
    <message>
        <source>How many frames the walk has</source>
        <translation>Combien d’images a le walk</translation>
    </message>
    <message>
        <source>SAMPLER</source>
        <translation>ÉCHANTILLONNEUR</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Pas</translation>
    </message>
    <message>
        <source>Denoising steps: more are slower and finer</source>
        <translation>Pas de débruitage : plus il y en a, plus c’est lent et fin</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>&amp;Guidage</translation>
    </message>
    <message>
        <source>How strictly the picture follows the prompt; 1 or less is twice as fast</source>
        <translation>À quel point l’image suit le prompt ; 1 ou moins est deux fois plus rapide</translation>
    </message>
    <message>
        <source>Image si&amp;ze</source>
        <translation>&amp;Dimensions</translation>
    </message>
    <message>
        <source>Width × height in pixels</source>
        <translation>Largeur × hauteur en pixels</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>L&amp;ot</translation>
    </message>
    <message>
        <source>Frames rendered at once; less needs less memory</source>
        <translation>Images rendues à la fois ; moins demande moins de mémoire</translation>
    </message>
    <message>
        <source>TIMING</source>
        <translation>MINUTAGE</translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation>&amp;Images</translation>
    </message>
    <message>
        <source>Frame ra&amp;te</source>
        <translation>&amp;Cadence</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>{frames} frames there and back = {shown}</source>
        <translation>{frames} images aller-retour = {shown}</translation>
    </message>
    <message>
        <source>{frames} frames, once</source>
        <translation>{frames} images, une fois</translation>
    </message>
    <message>
        <source>{frames} frames, then on from the first: no jump</source>
        <translation>{frames} images, puis la suite depuis la première : aucun saut</translation>
    </message>
    <message>
        <source>{frames} frames, then a jump to the first</source>
        <translation>{frames} images, puis un saut à la première</translation>
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
        <translation>Progression de l’enregistrement</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>Arrêter l’enregistrement</translation>
    </message>
    <message>
        <source>{name} follows when it is made</source>
        <translation>{name} suit quand il est créé</translation>
    </message>
    <message>
        <source>Saving {name} · {percent} %</source>
        <translation>Enregistrement de {name} · {percent} %</translation>
    </message>
    <message>
        <source>Saving {name} · try {n}, {percent} %</source>
        <translation>Enregistrement de {name} · essai {n}, {percent} %</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>replié</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Another seed at random</source>
        <translation>Une autre graine au hasard</translation>
    </message>
    <message>
        <source>Shuffle: {name}</source>
        <translation>Mélanger : {name}</translation>
    </message>
</context>
<context>
    <name>SeedList</name>
    <message>
        <source>{count} earlier seeds</source>
        <translation>{count} graines précédentes</translation>
    </message>
    <message>
        <source>{count} more seeds</source>
        <translation>{count} autres graines</translation>
    </message>
    <message>
        <source>Add seed</source>
        <translation>Ajouter une graine</translation>
    </message>
    <message>
        <source>Seed {number}</source>
        <translation>Graine {number}</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>changer la graine</translation>
    </message>
    <message>
        <source>add seed</source>
        <translation>ajouter une graine</translation>
    </message>
    <message>
        <source>remove seed</source>
        <translation>retirer la graine</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The app ended while it was starting, so it begins with another walk.</source>
        <translation>L’application s’est arrêtée au démarrage : elle commence avec un autre walk.</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>Ouvrir {0}</translation>
    </message>
</context>
<context>
    <name>SettingsPreset</name>
    <message>
        <source>{0} steps</source>
        <translation>{0} pas</translation>
    </message>
    <message>
        <source>guidance {0}</source>
        <translation>guidage {0}</translation>
    </message>
    <message>
        <source>{0} frames, {1} fps</source>
        <translation>{0} images, {1} i/s</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>{0} steps</source>
        <translation>{0} pas</translation>
    </message>
    <message>
        <source>guidance {0}</source>
        <translation>guidage {0}</translation>
    </message>
    <message>
        <source>avoiding {0}</source>
        <translation>en évitant {0}</translation>
    </message>
    <message>
        <source>avoiding nothing</source>
        <translation>sans rien éviter</translation>
    </message>
    <message>
        <source>towards {0}</source>
        <translation>vers {0}</translation>
    </message>
    <message>
        <source>the walk&apos;s seed</source>
        <translation>la graine du walk</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>graine {0}</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Explore</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>What is varied</source>
        <translation>Ce qui varie</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De quoi</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>How far from the present seed</source>
        <translation>À quelle distance de la graine actuelle</translation>
    </message>
    <message>
        <source>How far from the present seed: left is nearly the same picture</source>
        <translation>À quelle distance de la graine actuelle : à gauche, c’est presque la même image</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Rayon</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>&amp;D’autres comme ça</translation>
    </message>
    <message>
        <source>Other &amp;seeds</source>
        <translation>&amp;Autres graines</translation>
    </message>
    <message>
        <source>New pictures for all that are not pinned</source>
        <translation>De nouvelles images pour toutes celles qui ne sont pas épinglées</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Sa&amp;ve sheet…</source>
        <translation>&amp;Enregistrer la planche…</translation>
    </message>
    <message>
        <source>All pictures with their captions, as one</source>
        <translation>Toutes les images avec leurs légendes, en une seule</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>Prendre {0}</translation>
    </message>
    <message>
        <source>of prompt {0}</source>
        <translation>du prompt {0}</translation>
    </message>
    <message>
        <source>of all the walk</source>
        <translation>de tout le walk</translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation>Autres graines</translation>
    </message>
    <message>
        <source>Seeds near this one</source>
        <translation>Graines proches de celle-ci</translation>
    </message>
    <message>
        <source>Steps × seeds</source>
        <translation>Pas × graines</translation>
    </message>
    <message>
        <source>Guidance × seeds</source>
        <translation>Guidage × graines</translation>
    </message>
    <message>
        <source>LoRA × seeds</source>
        <translation>LoRA × graines</translation>
    </message>
    <message>
        <source>Picture × seeds</source>
        <translation>Image × graines</translation>
    </message>
    <message>
        <source>What to avoid × seeds</source>
        <translation>À éviter × graines</translation>
    </message>
    <message>
        <source>Prompts × seeds</source>
        <translation>Prompts × graines</translation>
    </message>
    <message>
        <source>{0} × seeds</source>
        <translation>{0} × graines</translation>
    </message>
    <message>
        <source>{0} of {1} pictures can&apos;t be rendered: {2}</source>
        <translation>{0} images sur {1} ne peuvent pas être rendues : {2}</translation>
    </message>
    <message>
        <source>A click takes a picture · its corner pins it (P) · the one you look at is refined</source>
        <translation>Un clic prend une image · son coin l’épingle (P) · celle que l’on regarde est affinée</translation>
    </message>
    <message>
        <source>{0} of {1} pictures</source>
        <translation>{0} images sur {1}</translation>
    </message>
    <message>
        <source>{0} sheet</source>
        <translation>Planche {0}</translation>
    </message>
    <message>
        <source>Save sheet</source>
        <translation>Enregistrer la planche</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Images PNG (*.png)</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written; choose another folder, and a name that ends in .png</source>
        <translation>{0} ne peut pas être écrit ; choisir un autre dossier, et un nom qui finit par .png</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Variations</source>
        <translation>Variations</translation>
    </message>
    <message>
        <source>{0}: not rendered yet</source>
        <translation>{0} : pas encore rendue</translation>
    </message>
    <message>
        <source>{0}: draft</source>
        <translation>{0} : ébauche</translation>
    </message>
    <message>
        <source>Can&apos;t be rendered</source>
        <translation>Rendu impossible</translation>
    </message>
</context>
<context>
    <name>ShortcutTree</name>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Chercher des raccourcis</translation>
    </message>
    <message>
        <source>No shortcut matches.</source>
        <translation>Aucun raccourci ne contient ces mots.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Select frames in the strip (or drag there with Shift)</source>
        <translation>Sélectionner des images dans la bande (ou glisser avec Maj)</translation>
    </message>
    <message>
        <source>Move the keyframe a frame forward</source>
        <translation>Avancer l’image clé d’une image</translation>
    </message>
    <message>
        <source>Move the keyframe a frame back</source>
        <translation>Reculer l’image clé d’une image</translation>
    </message>
    <message>
        <source>Move a handle of the speed curve a little</source>
        <translation>Bouger un peu une poignée de la courbe de vitesse</translation>
    </message>
    <message>
        <source>Make the speed curve straight</source>
        <translation>Rendre droite la courbe de vitesse</translation>
    </message>
    <message>
        <source>Menu of what has the focus</source>
        <translation>Menu de ce qui a le clavier</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Duplicate the prompt</source>
        <translation>Dupliquer le prompt</translation>
    </message>
    <message>
        <source>Move the prompt up</source>
        <translation>Monter le prompt</translation>
    </message>
    <message>
        <source>Move the prompt down</source>
        <translation>Descendre le prompt</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Key of the selected action</source>
        <translation>Touche de l’action sélectionnée</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>Touche d’&amp;origine</translation>
    </message>
    <message>
        <source>The key that it comes with</source>
        <translation>La touche livrée avec l’application</translation>
    </message>
    <message>
        <source>All &amp;usual keys</source>
        <translation>Toutes les touches &amp;d’origine</translation>
    </message>
    <message>
        <source>All keys as they come with the app</source>
        <translation>Toutes les touches telles que livrées</translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation>Pre&amp;ndre</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>To&amp;uche</translation>
    </message>
    <message>
        <source>Return on a row, then press its new key.</source>
        <translation>Entrée sur une ligne, puis appuyer sur sa nouvelle touche.</translation>
    </message>
    <message>
        <source>{0} is the key of {1} › {2}, which would lose it.</source>
        <translation>{0} est la touche de {1} › {2}, qui la perdrait.</translation>
    </message>
    <message>
        <source>{0} has a meaning of its own there ({1}: {2}); press another key.</source>
        <translation>{0} a là un sens propre ({1} : {2}) ; appuyer sur une autre touche.</translation>
    </message>
</context>
<context>
    <name>SpeedTrack</name>
    <message>
        <source>Speed curve</source>
        <translation>Courbe de vitesse</translation>
    </message>
    <message>
        <source>First handle of way {number}</source>
        <translation>Première poignée du passage {number}</translation>
    </message>
    <message>
        <source>Second handle of way {number}</source>
        <translation>Seconde poignée du passage {number}</translation>
    </message>
    <message>
        <source>{time} % of the time, {way} % of the way</source>
        <translation>{time} % du temps, {way} % du passage</translation>
    </message>
    <message>
        <source>Drag it, freely with Alt; arrow keys, finely with Shift; Delete makes it straight</source>
        <translation>La glisser, librement avec Alt ; flèches, finement avec Maj ; Suppr la rend droite</translation>
    </message>
    <message>
        <source>Change speed curve</source>
        <translation>Changer la courbe de vitesse</translation>
    </message>
    <message>
        <source>Speed curve of way {number}: {easing}
Double-click makes a keyframe</source>
        <translation>Courbe de vitesse du passage {number} : {easing}
Un double-clic crée une image clé</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Star frame</source>
        <translation>Mettre une étoile</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Enlever l’étoile</translation>
    </message>
    <message>
        <source>No frame has a star: press S to add one</source>
        <translation>Aucune image n’a d’étoile : S en met une</translation>
    </message>
    <message>
        <source>A frame can have a star when its model is on this machine and it is looked up</source>
        <translation>Une image peut avoir une étoile quand son modèle est sur cette machine et qu’elle est trouvée</translation>
    </message>
    <message>
        <source>Frames of an even walk can have stars when their places are found</source>
        <translation>Les images d’un walk régulier peuvent avoir des étoiles quand leurs places sont trouvées</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Frames rendered</source>
        <translation>Images rendues</translation>
    </message>
    <message>
        <source>What the engine does</source>
        <translation>Ce que fait le moteur</translation>
    </message>
    <message>
        <source>Whether the engine is ready</source>
        <translation>Si le moteur est prêt</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>Getting the engine ready…</source>
        <translation>Préparation du moteur…</translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation>Moteur prêt</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>Démarrage du moteur…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>Compiling for this image size and batch…</source>
        <translation>Compilation pour cette taille et ce lot…</translation>
    </message>
    <message>
        <source>Rendering 1 picture to look at</source>
        <translation>Rendu d’1 image à regarder</translation>
    </message>
    <message>
        <source>Rendering {0} pictures to look at</source>
        <translation>Rendu de {0} images à regarder</translation>
    </message>
    <message>
        <source>Refining drafts</source>
        <translation>Affinage des ébauches</translation>
    </message>
    <message>
        <source>Making the motion even · {0}&#xa0;% · {1} rendered</source>
        <translation>Régularisation du mouvement · {0} % · {1} rendues</translation>
    </message>
    <message>
        <source>Rendering {0} of {1} selected</source>
        <translation>Rendu de {0} sur {1} sélectionnées</translation>
    </message>
    <message>
        <source>Rendering {0} of {1}</source>
        <translation>Rendu de {0} sur {1}</translation>
    </message>
    <message>
        <source>Looking up frames…</source>
        <translation>Recherche des images…</translation>
    </message>
    <message>
        <source>{0} rendered to make the motion even</source>
        <translation>{0} rendues pour régulariser le mouvement</translation>
    </message>
    <message>
        <source>{0} · {1} continues</source>
        <translation>{0} · {1} continue</translation>
    </message>
    <message>
        <source>{0} · {1} renders the rest</source>
        <translation>{0} · {1} rend le reste</translation>
    </message>
    <message>
        <source>The frame is rendered</source>
        <translation>L’image est rendue</translation>
    </message>
    <message>
        <source>All {0} frames rendered</source>
        <translation>Les {0} images sont rendues</translation>
    </message>
    <message>
        <source>{0} · rendering continues after edits</source>
        <translation>{0} · le rendu continue après les modifications</translation>
    </message>
    <message>
        <source>{0} of 1 frame</source>
        <translation>{0} sur 1 image</translation>
    </message>
    <message>
        <source>{0} of {1} frames</source>
        <translation>{0} images sur {1}</translation>
    </message>
</context>
<context>
    <name>Stills</name>
    <message>
        <source>The pictures could not be made ready: {0}; free some space</source>
        <translation>Les images n’ont pas pu être préparées : {0} ; libérer de la place</translation>
    </message>
    <message>
        <source>Only frames that are rendered can be dragged</source>
        <translation>Seules les images rendues peuvent être glissées</translation>
    </message>
    <message>
        <source>{0} frames at once are too many to drag: select {1}, or export the walk</source>
        <translation>{0} images à la fois sont trop à glisser : en sélectionner {1}, ou exporter le walk</translation>
    </message>
    <message>
        <source>The pictures are ready now: drag them once more</source>
        <translation>Les images sont prêtes : les glisser encore une fois</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Save a walk by &amp;itself, a moment after every edit</source>
        <translation>&amp;Enregistrer le walk tout seul, un instant après chaque modification</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> Go</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>&amp;Montrer le dossier</translation>
    </message>
    <message>
        <source>Free &amp;space…</source>
        <translation>&amp;Libérer de la place…</translation>
    </message>
    <message>
        <source>Removes frames of other days; they can be rendered again</source>
        <translation>Retire les images d’autres jours, qui peuvent être rendues à nouveau</translation>
    </message>
    <message>
        <source>Once it has a file. Undo still works, and without this unsaved edits are kept too.</source>
        <translation>Dès qu’il a un fichier. Annuler ramène toujours en arrière ; sans cela, les modifications non enregistrées sont gardées aussi.</translation>
    </message>
    <message>
        <source>On s&amp;tart</source>
        <translation>Au &amp;démarrage</translation>
    </message>
    <message>
        <source>Walks</source>
        <translation>Walks</translation>
    </message>
    <message>
        <source>Rendered frames</source>
        <translation>Images rendues</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>&amp;Au plus</translation>
    </message>
    <message>
        <source>Also for the command line. The frames that were not used for longest go first, never those of the walk that is open.</source>
        <translation>Aussi pour la ligne de commande. Les images inutilisées depuis le plus longtemps partent d’abord, jamais celles du walk ouvert.</translation>
    </message>
    <message>
        <source>They take {0} now. Those that were not used for longest go; they can be rendered again.</source>
        <translation>Elles occupent {0} à présent. Celles inutilisées depuis le plus longtemps partent ; elles peuvent être rendues à nouveau.</translation>
    </message>
    <message>
        <source>{0} isn&apos;t there any more; the next frame that is rendered makes it</source>
        <translation>{0} n’existe plus ; la prochaine image rendue le crée</translation>
    </message>
    <message>
        <source>No program here opens folders; it is {0}</source>
        <translation>Aucun programme n’ouvre de dossiers ici ; c’est {0}</translation>
    </message>
    <message>
        <source>Remove rendered frames?</source>
        <translation>Retirer les images rendues ?</translation>
    </message>
    <message>
        <source>The walk that was open last</source>
        <translation>Le dernier walk ouvert</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>Un exemple</translation>
    </message>
    <message>
        <source>All go but those of the walk that is open, and those rendered or shown since the app began. They can be rendered again.</source>
        <translation>Toutes partent sauf celles du walk ouvert et celles rendues ou montrées depuis le démarrage. Elles peuvent être rendues à nouveau.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Retrait…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Only a morph, a blend or a held prompt takes keyframes</source>
        <translation>Seul un morph, un fondu ou un prompt tenu prend des images clés</translation>
    </message>
    <message>
        <source>Make keyframe</source>
        <translation>Créer une image clé</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>The model: choose another</source>
        <translation>Le modèle : en choisir un autre</translation>
    </message>
    <message>
        <source>Memory of the device that renders</source>
        <translation>Mémoire de l’appareil qui rend</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source> {0} does the same.</source>
        <translation> {0} fait de même.</translation>
    </message>
    <message>
        <source>Say what to see</source>
        <translation>Dire ce qu’on veut voir</translation>
    </message>
    <message>
        <source>Each card is a prompt, and the walk leads from one to the next. Change the words.</source>
        <translation>Chaque carte est un prompt, et le walk mène de l’un à l’autre. Changez les mots.</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Frames that are missing appear, coarse to fine, and after every edit.</source>
        <translation>Les images manquantes apparaissent, du grossier au fin, et après chaque modification.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>L’emporter</translation>
    </message>
    <message>
        <source>The finished file waits here: drag it into a folder, a browser or a chat.</source>
        <translation>Le fichier terminé attend ici : le glisser dans un dossier, un navigateur ou une discussion.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Tour, {0} of {1}</source>
        <translation>Visite guidée, {0} sur {1}</translation>
    </message>
</context>
<context>
    <name>Tracks</name>
    <message>
        <source>Scroll the frames</source>
        <translation>Faire défiler les images</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>{0} step</source>
        <translation>{0} pas</translation>
    </message>
    <message>
        <source>{0} play</source>
        <translation>{0} lire</translation>
    </message>
    <message>
        <source>{0} make keyframe</source>
        <translation>{0} créer une image clé</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Première image</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Dernière image</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Show all frames</source>
        <translation>Montrer toutes les images</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Speed of playback</source>
        <translation>Vitesse de lecture</translation>
    </message>
    <message>
        <source>Speed of playback: {0}</source>
        <translation>Vitesse de lecture : {0}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
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
Un clic la montre, un double-clic la renomme ; son menu compare</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Montrer</translation>
    </message>
    <message>
        <source>&amp;Compare with the walk as it is now</source>
        <translation>&amp;Comparer avec le walk tel quel</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>R&amp;etirer</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>The walk is already kept as “{0}”</source>
        <translation>Le walk est déjà gardé sous « {0} »</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>Garder une version</translation>
    </message>
    <message>
        <source>Show version “{0}”</source>
        <translation>Montrer la version « {0} »</translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation>Retirer la version</translation>
    </message>
    <message>
        <source>Rename version</source>
        <translation>Renommer la version</translation>
    </message>
    <message>
        <source>Name of the version:</source>
        <translation>Nom de la version :</translation>
    </message>
    <message>
        <source>There is no other version: keep this one, and change the walk</source>
        <translation>Il n’y a pas d’autre version : garder celle-ci, puis changer le walk</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>tel qu’il est maintenant</translation>
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
        <translation>Garder</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Comparer avec…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Keep the walk as it is now as a version</source>
        <translation>Garder le walk tel quel comme version</translation>
    </message>
    <message>
        <source>The version beside the walk as it is now</source>
        <translation>La version à côté du walk tel quel</translation>
    </message>
    <message>
        <source>One over the other, with a line that you can drag</source>
        <translation>L’une par-dessus l’autre, avec une ligne à déplacer</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Volet</translation>
    </message>
</context>
<context>
    <name>WanderEditor</name>
    <message>
        <source>How far each number of the embedding moves from one frame to the next</source>
        <translation>De combien chaque nombre de l’embedding bouge d’une image à l’autre</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>Tous pareils</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Aléatoire</translation>
    </message>
    <message>
        <source>All alike: every number of the embedding grows by the same. Random: each its own way.</source>
        <translation>Tous pareils : chaque nombre de l’embedding croît d’autant. Aléatoire : chacun à sa façon.</translation>
    </message>
    <message>
        <source>Seed of the direction</source>
        <translation>Graine de la direction</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Taille du pas</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Direction seed</source>
        <translation>Graine de direction</translation>
    </message>
    <message>
        <source>change step size</source>
        <translation>changer la taille du pas</translation>
    </message>
    <message>
        <source>change direction</source>
        <translation>changer la direction</translation>
    </message>
</context>
<context>
    <name>WayRow</name>
    <message>
        <source>Length of this way relative to the others: 2× takes twice as long</source>
        <translation>Durée de ce passage par rapport aux autres : 2× prend deux fois plus de temps</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} images</translation>
    </message>
    <message>
        <source>Easing after prompt {number}: {easing}</source>
        <translation>Accélération après le prompt {number} : {easing}</translation>
    </message>
    <message>
        <source>Easing: how the frames are distributed on this way</source>
        <translation>Accélération : comment les images se répartissent sur ce passage</translation>
    </message>
    <message>
        <source>Length after prompt {number}</source>
        <translation>Durée après le prompt {number}</translation>
    </message>
</context>
<context>
    <name>_SeedRow</name>
    <message>
        <source>Remove: {name}</source>
        <translation>Retirer : {name}</translation>
    </message>
</context>
</TS>
