<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Models with a licence are fetched with an account that has accepted it. A token stays with the hub&apos;s own library on this machine, which other programs share.</source>
        <translation>Los modelos con licencia se descargan con una cuenta que la haya aceptado. El token se queda en la biblioteca del hub en este equipo; otros programas también lo usan.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Walk</source>
        <translation>&amp;Walk</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>Ren&amp;derizar</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Reproducción</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nuevo…</translation>
    </message>
    <message>
        <source>Begin with an example or an empty walk</source>
        <translation>Empezar con un ejemplo o un walk vacío</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>&amp;Ventana nueva</translation>
    </message>
    <message>
        <source>Open another window, beside this one</source>
        <translation>Abrir otra ventana junto a esta</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open a walk file, or a list of prompts</source>
        <translation>Abrir un walk o una lista de prompts</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>Guardar el walk</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>G&amp;uardar como…</translation>
    </message>
    <message>
        <source>Save the walk under another name</source>
        <translation>Guardar el walk con otro nombre</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>What was rendered before, by thumbnail</source>
        <translation>Lo que se ha renderizado, en miniaturas</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Save the finished pictures</source>
        <translation>Guardar las imágenes terminadas</translation>
    </message>
    <message>
        <source>Export o&amp;ptions…</source>
        <translation>&amp;Opciones de exportación…</translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation>Tamaño, calidad y más, con una vista previa del archivo</translation>
    </message>
    <message>
        <source>Save this &amp;frame…</source>
        <translation>Guardar este &amp;fotograma…</translation>
    </message>
    <message>
        <source>Save the frame under the playhead</source>
        <translation>Guardar el fotograma bajo el cabezal</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Cerrar esta ventana</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>End the app; other windows stay</source>
        <translation>Terminar la aplicación; las otras ventanas siguen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Redo the last undone edit</source>
        <translation>Repetir el cambio</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>Copiar &amp;fotograma</translation>
    </message>
    <message>
        <source>Copy the frame under the playhead to the clipboard</source>
        <translation>Copiar el fotograma bajo el cabezal al portapapeles</translation>
    </message>
    <message>
        <source>Copy pro&amp;mpts as text</source>
        <translation>&amp;Copiar los prompts como texto</translation>
    </message>
    <message>
        <source>Copy all prompts, one per line, or as CSV with their frames</source>
        <translation>Copiar todos los prompts, uno por línea, o como CSV con sus fotogramas</translation>
    </message>
    <message>
        <source>Paste prompts or a picture</source>
        <translation>Pegar prompts o una imagen</translation>
    </message>
    <message>
        <source>Make a path from a list of prompts, or give the keyframe here a picture</source>
        <translation>Hacer el camino de una lista, o dar una imagen al fotograma clave de aquí</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>&amp;Editar el prompt</translation>
    </message>
    <message>
        <source>Go to the prompt at the playhead</source>
        <translation>Ir al prompt en el cabezal</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>Appearance, models, saving, keys, and how much rendered frames may take</source>
        <translation>Aspecto, modelos, guardado, teclas y el espacio de los fotogramas</translation>
    </message>
    <message>
        <source>Make keyframe &amp;here</source>
        <translation>Crear fotograma clave &amp;aquí</translation>
    </message>
    <message>
        <source>Pin a prompt to this frame</source>
        <translation>Fijar un prompt a este fotograma</translation>
    </message>
    <message>
        <source>Keyframe from a p&amp;icture…</source>
        <translation>&amp;Fotograma clave de una imagen…</translation>
    </message>
    <message>
        <source>Give a picture to the keyframe at the playhead, or make one of it</source>
        <translation>Dar una imagen al fotograma clave bajo el cabezal, o crear uno con ella</translation>
    </message>
    <message>
        <source>E&amp;xplore…</source>
        <translation>&amp;Explorar…</translation>
    </message>
    <message>
        <source>Other seeds, steps and more of what is under the playhead, side by side</source>
        <translation>Otras semillas, pasos y más de lo que hay bajo el cabezal, lado a lado</translation>
    </message>
    <message>
        <source>&amp;Map…</source>
        <translation>&amp;Mapa…</translation>
    </message>
    <message>
        <source>Prompts as pins: look around between them, and draw a route</source>
        <translation>Los prompts como chinchetas: mirar entre ellos y trazar una ruta</translation>
    </message>
    <message>
        <source>Draw &amp;wildcards</source>
        <translation>&amp;Sortear comodines</translation>
    </message>
    <message>
        <source>Choose from {red|blue} and __name__ in all prompts at random, by a new seed</source>
        <translation>Convertir {red|blue} y __name__ en texto en todos los prompts, con una semilla nueva</translation>
    </message>
    <message>
        <source>Re&amp;verse</source>
        <translation>&amp;Invertir</translation>
    </message>
    <message>
        <source>Go through the walk from its end to its start</source>
        <translation>Recorrer el walk del final al principio</translation>
    </message>
    <message>
        <source>&amp;Shuffle prompts</source>
        <translation>&amp;Barajar los prompts</translation>
    </message>
    <message>
        <source>Put the prompts into another order; lengths and easings stay where they are</source>
        <translation>Poner los prompts en otro orden; duraciones y curvas se quedan donde están</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplicar</translation>
    </message>
    <message>
        <source>Continue with a copy that has no file yet</source>
        <translation>Seguir con una copia que aún no tiene archivo</translation>
    </message>
    <message>
        <source>&amp;Keep version</source>
        <translation>&amp;Conservar versión</translation>
    </message>
    <message>
        <source>Keep the walk as it is now, to come back to it or compare with it</source>
        <translation>Conservar el walk como está ahora, para volver a él o compararlo</translation>
    </message>
    <message>
        <source>&amp;Compare versions</source>
        <translation>Comparar &amp;versiones</translation>
    </message>
    <message>
        <source>Show another version beside the walk</source>
        <translation>Mostrar otra versión junto al walk</translation>
    </message>
    <message>
        <source>Compare by a &amp;line</source>
        <translation>Comparar con &amp;una línea</translation>
    </message>
    <message>
        <source>One version over the other with a line that you can drag, or side by side</source>
        <translation>Una versión sobre la otra con una línea que se arrastra, o lado a lado</translation>
    </message>
    <message>
        <source>&amp;Title…</source>
        <translation>&amp;Título…</translation>
    </message>
    <message>
        <source>Give the walk a title</source>
        <translation>Dar un título al walk</translation>
    </message>
    <message>
        <source>M&amp;odels…</source>
        <translation>M&amp;odelos…</translation>
    </message>
    <message>
        <source>Choose the model, or fetch one</source>
        <translation>Elegir el modelo o descargar uno</translation>
    </message>
    <message>
        <source>Render what is missing, and continue after every edit until it is stopped</source>
        <translation>Renderizar lo que falta, y seguir tras cada cambio hasta que se detenga</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>De&amp;tener</translation>
    </message>
    <message>
        <source>Stop rendering, now and after edits; finished frames stay</source>
        <translation>Detener el render, ahora y tras los cambios; los fotogramas terminados quedan</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;En vivo</translation>
    </message>
    <message>
        <source>Show a quick draft wherever the playhead goes</source>
        <translation>Mostrar un borrador rápido allí donde vaya el cabezal</translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation>&amp;Renderizar la selección</translation>
    </message>
    <message>
        <source>Render only the frames that are selected: drag over them with Shift</source>
        <translation>Renderizar solo los fotogramas seleccionados: arrastrar sobre ellos con Mayús</translation>
    </message>
    <message>
        <source>Add to &amp;queue…</source>
        <translation>Añadir a la &amp;cola…</translation>
    </message>
    <message>
        <source>Add this walk to the queue, which renders and exports it in its turn</source>
        <translation>Renderizar y exportar este walk cuando le llegue el turno</translation>
    </message>
    <message>
        <source>Sho&amp;w queue</source>
        <translation>Mostrar la c&amp;ola</translation>
    </message>
    <message>
        <source>What is waiting, what is being made, and what has become of the rest</source>
        <translation>Lo que espera, lo que se está haciendo y qué fue del resto</translation>
    </message>
    <message>
        <source>&amp;Try failed frames again</source>
        <translation>Reintentar &amp;los fotogramas fallidos</translation>
    </message>
    <message>
        <source>Try again to render the frames that failed</source>
        <translation>Renderizar de nuevo los fotogramas que no se pudieron renderizar</translation>
    </message>
    <message>
        <source>&amp;Get the engine ready in advance</source>
        <translation>&amp;Preparar el motor de antemano</translation>
    </message>
    <message>
        <source>Load the model and compile while nothing is rendered yet</source>
        <translation>Cargar el modelo y compilar mientras no se renderiza nada</translation>
    </message>
    <message>
        <source>&amp;Unload the model</source>
        <translation>Descargar el &amp;modelo de la memoria</translation>
    </message>
    <message>
        <source>Stop the engine and free its memory</source>
        <translation>Terminar el motor y devolver su memoria</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Reproducir &amp;o pausar</translation>
    </message>
    <message>
        <source>Play the walk</source>
        <translation>Reproducir el walk</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>Reproducir &amp;hacia atrás</translation>
    </message>
    <message>
        <source>Play backwards; again is faster</source>
        <translation>Reproducir hacia atrás; otra vez va más rápido</translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation>&amp;Pausa</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Quedarse aquí</translation>
    </message>
    <message>
        <source>Play &amp;forwards</source>
        <translation>&amp;Reproducir hacia delante</translation>
    </message>
    <message>
        <source>Play forwards; again is faster</source>
        <translation>Reproducir hacia delante; otra vez va más rápido</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>Más &amp;lento</translation>
    </message>
    <message>
        <source>Play slower, down to a quarter of the speed</source>
        <translation>Reproducir más lento, hasta un cuarto de la velocidad</translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation>&amp;Más rápido</translation>
    </message>
    <message>
        <source>Play faster, up to double speed</source>
        <translation>Reproducir más rápido, hasta el doble de la velocidad</translation>
    </message>
    <message>
        <source>Loop f&amp;rom here</source>
        <translation>Bucle &amp;desde aquí</translation>
    </message>
    <message>
        <source>Loop from this frame on</source>
        <translation>Reproducir desde este fotograma, una y otra vez</translation>
    </message>
    <message>
        <source>Loop t&amp;o here</source>
        <translation>&amp;Bucle hasta aquí</translation>
    </message>
    <message>
        <source>Loop up to this frame</source>
        <translation>Reproducir hasta este fotograma, una y otra vez</translation>
    </message>
    <message>
        <source>Clear loop ran&amp;ge</source>
        <translation>&amp;Quitar el bucle</translation>
    </message>
    <message>
        <source>Play the whole walk again</source>
        <translation>Reproducir de nuevo todo el walk</translation>
    </message>
    <message>
        <source>Pre&amp;vious frame</source>
        <translation>Fotograma &amp;anterior</translation>
    </message>
    <message>
        <source>Go one frame back</source>
        <translation>Retroceder un fotograma</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>&amp;Fotograma siguiente</translation>
    </message>
    <message>
        <source>Go one frame forward</source>
        <translation>Avanzar un fotograma</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>Diez fotogramas atrás</translation>
    </message>
    <message>
        <source>Go ten frames back</source>
        <translation>Retroceder diez fotogramas</translation>
    </message>
    <message>
        <source>Ten frames forward</source>
        <translation>Diez fotogramas adelante</translation>
    </message>
    <message>
        <source>Go ten frames forward</source>
        <translation>Avanzar diez fotogramas</translation>
    </message>
    <message>
        <source>F&amp;irst frame</source>
        <translation>Pr&amp;imer fotograma</translation>
    </message>
    <message>
        <source>Go to the first frame</source>
        <translation>Ir al primer fotograma</translation>
    </message>
    <message>
        <source>&amp;Last frame</source>
        <translation>Úl&amp;timo fotograma</translation>
    </message>
    <message>
        <source>Go to the last frame</source>
        <translation>Ir al último fotograma</translation>
    </message>
    <message>
        <source>&amp;Star this frame</source>
        <translation>&amp;Estrella en este fotograma</translation>
    </message>
    <message>
        <source>Put a star on the frame under the playhead, or remove it</source>
        <translation>Poner una estrella al fotograma bajo el cabezal, o quitarla</translation>
    </message>
    <message>
        <source>Previous star</source>
        <translation>Estrella anterior</translation>
    </message>
    <message>
        <source>Go back to the last frame with a star</source>
        <translation>Volver al anterior fotograma con estrella</translation>
    </message>
    <message>
        <source>Next star</source>
        <translation>Estrella siguiente</translation>
    </message>
    <message>
        <source>Go on to the next frame with a star</source>
        <translation>Ir al siguiente fotograma con estrella</translation>
    </message>
    <message>
        <source>Only starre&amp;d</source>
        <translation>&amp;Solo con estrella</translation>
    </message>
    <message>
        <source>Play and step through starred frames only, each for a second</source>
        <translation>Reproducir y recorrer solo los fotogramas con estrella, un segundo cada uno</translation>
    </message>
    <message>
        <source>Zoom timeline in</source>
        <translation>Ampliar la línea de tiempo</translation>
    </message>
    <message>
        <source>Zoom timeline out</source>
        <translation>Reducir la línea de tiempo</translation>
    </message>
    <message>
        <source>Whole walk in the timeline</source>
        <translation>Todo el walk en la línea de tiempo</translation>
    </message>
    <message>
        <source>S&amp;mooth preview</source>
        <translation>&amp;Suavizar la vista previa</translation>
    </message>
    <message>
        <source>Smooth pixels when zoomed in</source>
        <translation>Suavizar los píxeles al ampliar</translation>
    </message>
    <message>
        <source>Onion s&amp;kin</source>
        <translation>Papel &amp;cebolla</translation>
    </message>
    <message>
        <source>See the frames before and after through the picture</source>
        <translation>Ver los fotogramas de antes y de después a través de la imagen</translation>
    </message>
    <message>
        <source>&amp;Difference from the frame before</source>
        <translation>&amp;Diferencia con el fotograma anterior</translation>
    </message>
    <message>
        <source>See only what has changed, brightened</source>
        <translation>Ver solo lo que ha cambiado, aclarado</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>Only the picture, on black; Escape leaves</source>
        <translation>Solo la imagen, sobre negro; Escape sale</translation>
    </message>
    <message>
        <source>&amp;Documentation…</source>
        <translation>Docum&amp;entación…</translation>
    </message>
    <message>
        <source>The documentation, searchable without a network</source>
        <translation>Todo lo que hay para leer, con búsqueda y sin red</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Visita guiada</translation>
    </message>
    <message>
        <source>Where to write, to render, and to pick up the finished file</source>
        <translation>Dónde escribir, renderizar y tomar el archivo terminado</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>All keys and what they do</source>
        <translation>Todo lo que el teclado puede hacer</translation>
    </message>
    <message>
        <source>&amp;Check this computer…</source>
        <translation>&amp;Comprobar este equipo…</translation>
    </message>
    <message>
        <source>What it computes with, what is missing, and a report to copy</source>
        <translation>Con qué calcula, qué falta, y un informe para copiar</translation>
    </message>
    <message>
        <source>Collect a &amp;report…</source>
        <translation>&amp;Reunir un informe…</translation>
    </message>
    <message>
        <source>For a bug report: versions, this computer and the latest logs</source>
        <translation>Lo que ayuda a encontrar un fallo: versiones, este equipo y los últimos registros</translation>
    </message>
    <message>
        <source>Show &amp;logs</source>
        <translation>&amp;Mostrar registros</translation>
    </message>
    <message>
        <source>The folder with the logs of the app and the engine, for a bug report</source>
        <translation>La carpeta con lo que han escrito la aplicación y el motor, para un informe</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>&amp;Licencias…</translation>
    </message>
    <message>
        <source>The software that the app is made of, and its licences</source>
        <translation>De qué trabajos está hecha la aplicación y en qué condiciones</translation>
    </message>
    <message>
        <source>&amp;About sd3explorer</source>
        <translation>Acerca &amp;de sd3explorer</translation>
    </message>
    <message>
        <source>Version, licence and what it is built on</source>
        <translation>Versión, licencia y sobre qué está hecho</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ámbar</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Grey: no colour beside the picture</source>
        <translation>Gris: ningún color junto a la imagen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Accent</source>
        <translation>&amp;Acento</translation>
    </message>
    <message>
        <source>The colour of what is selected, or the next thing to do.</source>
        <translation>De lo seleccionado, o de lo siguiente que hacer.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>In windows that are opened from now on.</source>
        <translation>En las ventanas que se abran desde ahora.</translation>
    </message>
</context>
<context>
    <name>BlendEditor</name>
    <message>
        <source>Earlier prompts</source>
        <translation>Prompts anteriores</translation>
    </message>
    <message>
        <source>More prompts</source>
        <translation>Más prompts</translation>
    </message>
    <message>
        <source>{0} prompts, mixed along a route of {1} keyframes. The map shows and draws it.</source>
        <translation>{0} prompts, mezclados a lo largo de una ruta de {1} fotogramas clave. El mapa la muestra y la dibuja.</translation>
    </message>
    <message>
        <source>Prompt {0}</source>
        <translation>Prompt {0}</translation>
    </message>
    <message>
        <source>edit what prompt {0} avoids</source>
        <translation>editar el prompt negativo {0}</translation>
    </message>
    <message>
        <source>edit prompt {0}</source>
        <translation>editar el prompt {0}</translation>
    </message>
    <message>
        <source>change picture {0}</source>
        <translation>cambiar la imagen {0}</translation>
    </message>
    <message>
        <source>remove picture {0}</source>
        <translation>quitar la imagen {0}</translation>
    </message>
</context>
<context>
    <name>ChangeCurve</name>
    <message>
        <source>Change between frames</source>
        <translation>Cambio entre fotogramas</translation>
    </message>
    <message>
        <source>How much the picture changes from frame to frame; flat is even motion</source>
        <translation>Cuánto cambia la imagen de un fotograma a otro; plano es movimiento uniforme</translation>
    </message>
    <message>
        <source>Bridge over a cut: frame {first} lies between one picture and the other</source>
        <translation>Puente sobre un corte: el fotograma {first} está entre las dos imágenes</translation>
    </message>
    <message>
        <source>Bridge over a cut: frames {first} to {last} melt from one picture into the other</source>
        <translation>Puente sobre un corte: los fotogramas {first} a {last} se funden de una imagen a la otra</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Documentation</source>
        <translation>Documentación</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>{0} is gone, so it is no longer among the recent walks</source>
        <translation>{0} ya no existe, así que ya no figura entre los walks recientes</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Deshacer: {0}</translation>
    </message>
    <message>
        <source>&amp;Redo {0}</source>
        <translation>&amp;Rehacer: {0}</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>Shuffle prompts</source>
        <translation>Barajar los prompts</translation>
    </message>
    <message>
        <source>Another window can&apos;t be opened: Python can&apos;t be started again</source>
        <translation>No se puede abrir otra ventana: Python no puede iniciarse de nuevo</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>Mostrar la cola</translation>
    </message>
    <message>
        <source>{0} waits in the queue</source>
        <translation>{0} espera en la cola</translation>
    </message>
    <message>
        <source>{0} is waiting in the queue, which isn&apos;t started</source>
        <translation>{0} espera en la cola, que no está iniciada</translation>
    </message>
    <message>
        <source>No program here opens folders; it is in {0}</source>
        <translation>Ningún programa abre carpetas aquí; está en {0}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardado como {path}</translation>
    </message>
    <message>
        <source>There is no log: {0} can&apos;t be written</source>
        <translation>No hay registro: no se puede escribir {0}</translation>
    </message>
    <message>
        <source>No program here opens folders; the logs are in {0}</source>
        <translation>Ningún programa abre carpetas aquí; los registros están en {0}</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>Cambiar el título</translation>
    </message>
</context>
<context>
    <name>ComputerDialog</name>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se ha encontrado</translation>
    </message>
    <message>
        <source>Report on this computer</source>
        <translation>Informe sobre este equipo</translation>
    </message>
    <message>
        <source>The report appears here.</source>
        <translation>El informe aparece aquí.</translation>
    </message>
    <message>
        <source>Parts that were checked</source>
        <translation>Partes comprobadas</translation>
    </message>
    <message>
        <source>With the last &amp;logs</source>
        <translation>Con &amp;los últimos registros</translation>
    </message>
    <message>
        <source>With this &amp;walk and its prompts</source>
        <translation>Con &amp;este walk y sus prompts</translation>
    </message>
    <message>
        <source>To report a fault, copy this. Prompts are in it only if you say so; your name is left out.</source>
        <translation>Para informar de un fallo, copiar esto. Los prompts solo van si se pide; el nombre de usuario se quita.</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Comprobar de &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Stops checking</source>
        <translation>Detiene la comprobación</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copies the report to the clipboard</source>
        <translation>Copia el informe al portapapeles</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>La comprobación se detuvo.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Looking for models…</source>
        <translation>Buscando modelos…</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Title of the walk:</source>
        <translation>Título del walk:</translation>
    </message>
    <message>
        <source>Render this much?</source>
        <translation>¿Renderizar tanto?</translation>
    </message>
    <message>
        <source>This walk needs a lot of space, and time.</source>
        <translation>Este walk necesita mucho espacio y tiempo.</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Renderizar</translation>
    </message>
    <message>
        <source>{0} frames of {1} × {2} take up to {3} in the frame store.</source>
        <translation>{0} fotogramas de {1} × {2} ocupan hasta {3} en el almacén de fotogramas.</translation>
    </message>
    <message>
        <source>{0} are free.</source>
        <translation>Hay {0} libres.</translation>
    </message>
    <message>
        <source>Explore the latent space of Stable Diffusion 3.&lt;br&gt;Apache License 2.0. Built on KerasHub, Keras and Qt.</source>
        <translation>Explorar el espacio latente de Stable Diffusion 3.&lt;br&gt;Licencia Apache 2.0. Hecho sobre KerasHub, Keras y Qt.</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Untitled walk</source>
        <translation>Walk sin título</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} a {1}</translation>
    </message>
    <message>
        <source>load changes from outside</source>
        <translation>cargar los cambios de fuera</translation>
    </message>
</context>
<context>
    <name>DwellBox</name>
    <message>
        <source>Hold </source>
        <translation>Mantener </translation>
    </message>
    <message>
        <source>For how many more frames this prompt is held before the way to the next</source>
        <translation>Cuántos fotogramas más se muestra este prompt antes del paso al siguiente</translation>
    </message>
    <message>
        <source> frame</source>
        <translation> fotograma</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> fotogramas</translation>
    </message>
</context>
<context>
    <name>Easing</name>
    <message>
        <source>Custom</source>
        <translation>Propia</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Lineal</translation>
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
        <translation>Motores</translation>
    </message>
    <message>
        <source>&amp;Engines on other machines…</source>
        <translation>&amp;Motores en otros equipos…</translation>
    </message>
    <message>
        <source>{0} engines</source>
        <translation>{0} motores</translation>
    </message>
    <message>
        <source>{0} · {1} given up</source>
        <translation>{0} · {1} abandonado(s)</translation>
    </message>
</context>
<context>
    <name>EnginesPage</name>
    <message>
        <source>Engines on other machines</source>
        <translation>Motores en otros equipos</translation>
    </message>
    <message>
        <source>Address of an engine</source>
        <translation>Dirección de un motor</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Machines that you reach by ssh without a password, with the same version of sd3explorer and the model of the walk. They render beside this one.</source>
        <translation>Equipos accesibles por ssh sin contraseña, con la misma versión de sd3explorer y el modelo del walk. Renderizan junto con este.</translation>
    </message>
    <message>
        <source>Add an &amp;engine</source>
        <translation>Añadir un &amp;motor</translation>
    </message>
    <message>
        <source>Checking what is there…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copiando…</translation>
    </message>
    <message>
        <source>Copy the model</source>
        <translation>Copiar el modelo</translation>
    </message>
    <message>
        <source>{0} will be copied to {1}. That may take hours.</source>
        <translation>Se copiarán {0} a {1}. Puede tardar horas.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>no GPU, so its processor renders</source>
        <translation>sin GPU: renderiza el procesador</translation>
    </message>
    <message>
        <source>It works: sd3explorer {0} with {1}; {2}. Models: {3}</source>
        <translation>Funciona: sd3explorer {0} con {1}; {2}. Modelos: {3}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>It lacks {0}; {1}</source>
        <translation>Allí falta {0}; {1}</translation>
    </message>
    <message>
        <source>It has all that this walk needs.</source>
        <translation>Allí hay todo lo que este walk necesita.</translation>
    </message>
    <message>
        <source>&amp;Copy {0} there ({1})</source>
        <translation>&amp;Copiar {0} allí ({1})</translation>
    </message>
    <message>
        <source>Copying: {0} of {1}</source>
        <translation>Copiando: {0} de {1}</translation>
    </message>
    <message>
        <source>Copied. Checking what is there…</source>
        <translation>Copiado. Comprobando lo que hay…</translation>
    </message>
</context>
<context>
    <name>EnginesPanel</name>
    <message>
        <source>Not started</source>
        <translation>Sin iniciar</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Renderizando</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Abandonado</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Cargando el modelo</translation>
    </message>
    <message>
        <source>Compiling</source>
        <translation>Compilando</translation>
    </message>
    <message>
        <source>{0} frames/min</source>
        <translation>{0} fotogramas/min</translation>
    </message>
</context>
<context>
    <name>ExamplesDialog</name>
    <message>
        <source>New walk</source>
        <translation>Walk nuevo</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nuevo</translation>
    </message>
    <message>
        <source>Example walks</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Empty walk</source>
        <translation>Walk vacío</translation>
    </message>
    <message>
        <source>needs {0}</source>
        <translation>necesita {0}</translation>
    </message>
    <message>
        <source>Two prompts to write, and the way between them in {0} frames.</source>
        <translation>Dos prompts por escribir, y el paso entre ellos en {0} fotogramas.</translation>
    </message>
    <message>
        <source>Needs the model {0}, which has to be fetched once.</source>
        <translation>Necesita el modelo {0}, que hay que descargar una vez.</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Looking up frames…</source>
        <translation>Buscando fotogramas…</translation>
    </message>
    <message>
        <source>the folder follows when all are done</source>
        <translation>la carpeta sigue cuando estén todos</translation>
    </message>
    <message>
        <source>the {format} follows when all are done</source>
        <translation>{format} sigue cuando estén todos</translation>
    </message>
    <message>
        <source>{done} of 1 frame; {follows}</source>
        <translation>{done} de 1 fotograma; {follows}</translation>
    </message>
    <message>
        <source>{done} of {total} frames; {follows}</source>
        <translation>{done} de {total} fotogramas; {follows}</translation>
    </message>
    <message>
        <source>{name} was not saved: the walk has changed; save it when all frames are done</source>
        <translation>{name} no se guardó: el walk ha cambiado; guardarlo cuando estén todos los fotogramas</translation>
    </message>
    <message>
        <source>{name} copied</source>
        <translation>{name} copiado</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Export this much?</source>
        <translation>¿Exportar tanto?</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>A folder for the frames</source>
        <translation>Una carpeta para los fotogramas</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Guardar aquí</translation>
    </message>
    <message>
        <source>All frames must be rendered first</source>
        <translation>Primero hay que renderizar todos los fotogramas</translation>
    </message>
    <message>
        <source>{done} of {total} are done</source>
        <translation>{done} de {total} terminados</translation>
    </message>
    <message>
        <source>Save the file where you want it</source>
        <translation>Guardar el archivo donde se quiera</translation>
    </message>
    <message>
        <source>Copy the file, to paste it into a folder or a chat</source>
        <translation>Copiar el archivo, para pegarlo en una carpeta o un chat</translation>
    </message>
    <message>
        <source>Save one picture of all frames</source>
        <translation>Guardar una sola imagen de todos los fotogramas</translation>
    </message>
    <message>
        <source>{format} plays {asked} as {played} fps</source>
        <translation>{format} reproduce {asked} a {played} fps</translation>
    </message>
    <message>
        <source>{name} can&apos;t be dragged yet: {reason}</source>
        <translation>{name} aún no se puede arrastrar: {reason}</translation>
    </message>
    <message>
        <source>{name} is still being made; drag it when it is ready</source>
        <translation>{name} se está creando; arrastrarlo cuando esté listo</translation>
    </message>
    <message>
        <source>{name} isn&apos;t made yet: press the button on it</source>
        <translation>{name} aún no está creado: lo hace el botón que tiene</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardado como {path}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save contact sheet…</source>
        <translation>Guardar hoja de contactos…</translation>
    </message>
    <message>
        <source>Export options…</source>
        <translation>Opciones de exportación…</translation>
    </message>
    <message>
        <source>Size, quality and more, with a preview of the file</source>
        <translation>Tamaño, calidad y más, con una vista previa del archivo</translation>
    </message>
    <message>
        <source>Include the walk in the file</source>
        <translation>Incluir el walk en el archivo</translation>
    </message>
    <message>
        <source>Anyone who opens such a file here gets the walk, with its prompts</source>
        <translation>Quien abra aquí ese archivo obtiene el walk con sus prompts</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation>En qué tipo de archivo se convierte el walk</translation>
    </message>
    <message>
        <source>EXPORT</source>
        <translation>EXPORTACIÓN</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>Export options</source>
        <translation>Opciones de exportación</translation>
    </message>
    <message>
        <source>Single frames and contact sheet</source>
        <translation>Fotogramas sueltos y hoja de contactos</translation>
    </message>
    <message>
        <source>More ways to export</source>
        <translation>Más formas de exportar</translation>
    </message>
    <message>
        <source>“{name}” is still being saved.</source>
        <translation>«{name}» todavía se está guardando.</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>¿Salir?</translation>
    </message>
    <message>
        <source>If you quit now, there will be no such file.</source>
        <translation>Si sale ahora, ese archivo no existirá.</translation>
    </message>
    <message>
        <source>Quit when it is saved</source>
        <translation>Salir cuando se haya guardado</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Salir ahora</translation>
    </message>
</context>
<context>
    <name>ExportSize</name>
    <message>
        <source>{0} frames of {1} × {2}: {3} of pixels</source>
        <translation>{0} fotogramas de {1} × {2}: {3} de píxeles</translation>
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
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Stop making this file</source>
        <translation>Dejar de crear este archivo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>try {n} · {percent}</source>
        <translation>intento {n} · {percent}</translation>
    </message>
    <message>
        <source>finishing…</source>
        <translation>terminando…</translation>
    </message>
    <message>
        <source>{frames} · {pixels} · {size} · drag me out</source>
        <translation>{frames} · {pixels} · {size} · arrastrar fuera</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportación</translation>
    </message>
    <message>
        <source>Drag it into a folder, a browser or a chat. Return saves it, Ctrl+C copies it.</source>
        <translation>Arrastrarlo a una carpeta, un navegador o un chat. Intro lo guarda, Ctrl+C lo copia.</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>1 frame</source>
        <translation>1 fotograma</translation>
    </message>
    <message>
        <source>{n} frames</source>
        <translation>{n} fotogramas</translation>
    </message>
</context>
<context>
    <name>FetchRow</name>
    <message>
        <source>Fetching</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Stops fetching; what has arrived is kept</source>
        <translation>Detiene la descarga; lo que ha llegado se conserva</translation>
    </message>
    <message>
        <source>Fetching {0}: {1}</source>
        <translation>Descargando {0}: {1}</translation>
    </message>
</context>
<context>
    <name>FileLock</name>
    <message>
        <source>another window</source>
        <translation>otra ventana</translation>
    </message>
    <message>
        <source>a window on {0}</source>
        <translation>una ventana en {0}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Unsaved changes of “{0}” are back.</source>
        <translation>Los cambios sin guardar de «{0}» están de vuelta.</translation>
    </message>
    <message>
        <source>Open a walk</source>
        <translation>Abrir un walk</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>Guardar el walk</translation>
    </message>
    <message>
        <source>Save the walk?</source>
        <translation>¿Guardar el walk?</translation>
    </message>
    <message>
        <source>“{0}” has changes that are not saved.</source>
        <translation>«{0}» tiene cambios sin guardar.</translation>
    </message>
    <message>
        <source>Rendered frames are kept either way.</source>
        <translation>Los fotogramas renderizados se conservan en todo caso.</translation>
    </message>
    <message>
        <source>The app ended unexpectedly. Unsaved changes of “{0}” were kept.</source>
        <translation>La aplicación terminó de forma inesperada. Los cambios sin guardar de «{0}» se conservaron.</translation>
    </message>
    <message>
        <source>Untitled walk</source>
        <translation>Walk sin título</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Unsaved changes from last time can&apos;t be read; they are kept in {0}</source>
        <translation>Los cambios sin guardar de la última vez no se pueden leer; están en {0}</translation>
    </message>
    <message>
        <source>{0} is open in {1}; this is a copy of it.</source>
        <translation>{0} está abierto en {1}; esto es una copia.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>{0} was changed by another program, so it wasn&apos;t saved. Your edits are kept.</source>
        <translation>Otro programa cambió {0}, así que no se guardó. Los cambios de aquí se conservan.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Sobrescribir</translation>
    </message>
    <message>
        <source>Load its changes</source>
        <translation>Cargar sus cambios</translation>
    </message>
    <message>
        <source>{0} is open in another window ({1}); save under another name.</source>
        <translation>{0} está abierto en otra ventana ({1}); guardarlo con otro nombre.</translation>
    </message>
    <message>
        <source>Walks, exported files and lists of prompts ({0})</source>
        <translation>Walks, archivos exportados y listas de prompts ({0})</translation>
    </message>
    <message>
        <source>Lists of prompts ({0})</source>
        <translation>Listas de prompts ({0})</translation>
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
        <translation>Fotogramas {first} a {last}: {done} de {count} renderizados</translation>
    </message>
    <message>
        <source>Frame {number}, on a bridge over a cut: {state}</source>
        <translation>Fotograma {number}, en un puente sobre un corte: {state}</translation>
    </message>
    <message>
        <source>Frame {number}: {state}</source>
        <translation>Fotograma {number}: {state}</translation>
    </message>
    <message>
        <source>{text}, starred</source>
        <translation>{text}, con estrella</translation>
    </message>
    <message>
        <source>not rendered</source>
        <translation>sin renderizar</translation>
    </message>
    <message>
        <source>waiting to be rendered</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>rendered</source>
        <translation>renderizado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Frames</source>
        <translation>Fotogramas</translation>
    </message>
</context>
<context>
    <name>FoldersHint</name>
    <message>
        <source>No&amp;t now</source>
        <translation>Ahora &amp;no</translation>
    </message>
    <message>
        <source>Not everything was searched, as there are too many files. Add the folders that have models.</source>
        <translation>No se ha mirado todo, pues hay demasiados archivos. Añadir las carpetas que tienen modelos.</translation>
    </message>
    <message>
        <source>No folder of ComfyUI, A1111 or Forge was found in the usual places. If you have models, add their folder, or drop it or a file here.</source>
        <translation>Ninguna carpeta de ComfyUI, A1111 o Forge está donde suele. Si hay modelos, añadir su carpeta, o soltarla aquí, o un archivo.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Animated GIF</source>
        <translation>GIF animado</translation>
    </message>
    <message>
        <source>Animated WebP</source>
        <translation>WebP animado</translation>
    </message>
    <message>
        <source>Animated AVIF</source>
        <translation>AVIF animado</translation>
    </message>
    <message>
        <source>Animated PNG</source>
        <translation>PNG animado</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>Vídeo MP4</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>Vídeo WebM</translation>
    </message>
    <message>
        <source>Contact sheet PNG</source>
        <translation>Hoja de contactos PNG</translation>
    </message>
    <message>
        <source>Contact sheet JPG</source>
        <translation>Hoja de contactos JPG</translation>
    </message>
    <message>
        <source>PNG frames</source>
        <translation>Fotogramas PNG</translation>
    </message>
</context>
<context>
    <name>FrameActions</name>
    <message>
        <source>Save this frame…</source>
        <translation>Guardar este fotograma…</translation>
    </message>
    <message>
        <source>Copy this frame</source>
        <translation>Copiar este fotograma</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Frame {number} copied</source>
        <translation>Fotograma {number} copiado</translation>
    </message>
</context>
<context>
    <name>Frames</name>
    <message>
        <source>{0} is not on this machine; Walk › Models fetches it, or chooses another one</source>
        <translation>{0} no está en este equipo; Walk › Modelos lo descarga o elige otro</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Frame {0}</source>
        <translation>Fotograma {0}</translation>
    </message>
</context>
<context>
    <name>GridEditor</name>
    <message>
        <source>Top left</source>
        <translation>Arriba a la izquierda</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Arriba a la derecha</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Abajo a la izquierda</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Abajo a la derecha</translation>
    </message>
    <message>
        <source>Rows of pictures, from the top prompts to the bottom ones</source>
        <translation>Filas de imágenes, de los prompts de arriba a los de abajo</translation>
    </message>
    <message>
        <source>Columns of pictures, from the left prompts to the right ones</source>
        <translation>Columnas de imágenes, de los prompts de la izquierda a los de la derecha</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>edit what the {corner} prompt avoids</source>
        <translation>editar el prompt negativo {corner}</translation>
    </message>
    <message>
        <source>edit {corner} prompt</source>
        <translation>editar el prompt {corner}</translation>
    </message>
    <message>
        <source>change rows</source>
        <translation>cambiar las filas</translation>
    </message>
    <message>
        <source>change columns</source>
        <translation>cambiar las columnas</translation>
    </message>
</context>
<context>
    <name>GuidedSteps</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>En el medio</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Without guidance no step is guided</source>
        <translation>Sin guía no se guía ningún paso</translation>
    </message>
    <message>
        <source>{0} of {1} steps guided: {2} % less work</source>
        <translation>{0} de {1} pasos guiados: {2} % menos de trabajo</translation>
    </message>
    <message>
        <source>guided steps</source>
        <translation>pasos guiados</translation>
    </message>
    <message>
        <source>lowest guided noise level</source>
        <translation>nivel de ruido guiado más bajo</translation>
    </message>
    <message>
        <source>highest guided noise level</source>
        <translation>nivel de ruido guiado más alto</translation>
    </message>
    <message>
        <source>Guidance doubles the work of a step. Only in the middle, at the noise levels where it matters most, it takes less time and looks about as good</source>
        <translation>La guía duplica el trabajo de un paso; solo en el medio, en los niveles de ruido donde más importa, ahorra tiempo y se ve casi igual de bien</translation>
    </message>
    <message>
        <source>Gui&amp;ded steps</source>
        <translation>Pa&amp;sos guiados</translation>
    </message>
    <message>
        <source>Guided steps</source>
        <translation>Pasos guiados</translation>
    </message>
    <message>
        <source>Noise &amp;levels</source>
        <translation>&amp;Niveles de ruido</translation>
    </message>
    <message>
        <source>Lowest guided noise level</source>
        <translation>Nivel de ruido guiado más bajo</translation>
    </message>
    <message>
        <source>Highest guided noise level</source>
        <translation>Nivel de ruido guiado más alto</translation>
    </message>
    <message>
        <source>From 0, the finished picture, to 1, pure noise</source>
        <translation>De 0, la imagen terminada, a 1, ruido puro</translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>Drag to another place (Alt+Up, Alt+Down)</source>
        <translation>Arrastrar a otro lugar (Alt+Arriba, Alt+Abajo)</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Untitled walk</source>
        <translation>Walk sin título</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Search titles and prompts</source>
        <translation>Buscar en títulos y prompts</translation>
    </message>
    <message>
        <source>What was rendered</source>
        <translation>Lo que se renderizó</translation>
    </message>
    <message>
        <source>&amp;Keep a history</source>
        <translation>&amp;Llevar un historial</translation>
    </message>
    <message>
        <source>Records hold prompts, in a folder that only you can read</source>
        <translation>Las entradas contienen prompts, en una carpeta que solo esta cuenta puede leer</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Olvidar</translation>
    </message>
    <message>
        <source>Remove this record; its frames stay in the frame store (Delete)</source>
        <translation>Quitar esta entrada; sus fotogramas quedan en el almacén (Supr)</translation>
    </message>
    <message>
        <source>&amp;Clear…</source>
        <translation>&amp;Vaciar…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Return or a double click opens the walk as a new document</source>
        <translation>Intro o un doble clic abre el walk como documento nuevo</translation>
    </message>
    <message>
        <source>Nothing that was rendered matches</source>
        <translation>Nada de lo renderizado dice eso</translation>
    </message>
    <message>
        <source>Nothing yet: what you render from now on appears here, as long as its frames are kept</source>
        <translation>Nada todavía: lo que se renderice desde ahora aparece aquí mientras se conserven sus fotogramas</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>No se registra nada</translation>
    </message>
    <message>
        <source>Clear the history?</source>
        <translation>¿Vaciar el historial?</translation>
    </message>
    <message>
        <source>All records are removed, which can&apos;t be undone.</source>
        <translation>Se quitan todas las entradas, y no se puede deshacer.</translation>
    </message>
    <message>
        <source>Frames and walk files stay.</source>
        <translation>Los fotogramas y los archivos de walks quedan.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>seed {0}</source>
        <translation>semilla {0}</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 fotograma</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>{0} fotogramas</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} pasos</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
</context>
<context>
    <name>HubRow</name>
    <message>
        <source>&lt;a href=&quot;{0}&quot;&gt;Make a token&lt;/a&gt;</source>
        <translation>&lt;a href=&quot;{0}&quot;&gt;Crear un token&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Token of {0}</source>
        <translation>Token de {0}</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in to {0}</source>
        <translation>Iniciar sesión en {0}</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>Preguntando a {0}…</translation>
    </message>
    <message>
        <source>The environment variable {0} is set, and comes before what is entered here.</source>
        <translation>La variable de entorno {0} está definida, y va antes que lo que se introduce aquí.</translation>
    </message>
    <message>
        <source>A token is kept in {0}. A new one replaces it.</source>
        <translation>Hay un token en {0}. Uno nuevo lo sustituye.</translation>
    </message>
    <message>
        <source>No token yet.</source>
        <translation>Aún no hay token.</translation>
    </message>
    <message>
        <source>Signed in as {0}; the token is kept in {1}.</source>
        <translation>Sesión iniciada como {0}; el token está en {1}.</translation>
    </message>
    <message>
        <source>API token, or all that is in kaggle.json</source>
        <translation>Token de la API, o todo lo que hay en kaggle.json</translation>
    </message>
    <message>
        <source>Access token, hf_…</source>
        <translation>Token de acceso, hf_…</translation>
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
        <translation>fotograma {number}</translation>
    </message>
    <message>
        <source>More for prompt {number}</source>
        <translation>Más para el prompt {number}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete (a morph needs two prompts)</source>
        <translation>Eliminar (un morph necesita dos prompts)</translation>
    </message>
    <message>
        <source>Hold prompt {number}</source>
        <translation>Mantener el prompt {number}</translation>
    </message>
    <message>
        <source>Hold for some frames</source>
        <translation>Mantener algunos fotogramas</translation>
    </message>
    <message>
        <source>Own seed</source>
        <translation>Semilla propia</translation>
    </message>
    <message>
        <source>Own guidance</source>
        <translation>Guía propia</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
</context>
<context>
    <name>KeyframeList</name>
    <message>
        <source>{count} earlier prompts</source>
        <translation>{count} prompts anteriores</translation>
    </message>
    <message>
        <source>{count} more prompts</source>
        <translation>{count} prompts más</translation>
    </message>
</context>
<context>
    <name>KeyframeTrack</name>
    <message>
        <source>Keyframes</source>
        <translation>Fotogramas clave</translation>
    </message>
    <message>
        <source>&amp;Delete keyframe</source>
        <translation>&amp;Eliminar fotograma clave</translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation>Mover fotograma clave</translation>
    </message>
    <message>
        <source>A walk needs two keyframes</source>
        <translation>Un walk necesita dos fotogramas clave</translation>
    </message>
    <message>
        <source>Delete keyframe</source>
        <translation>Eliminar fotograma clave</translation>
    </message>
    <message>
        <source>Keyframe {number} of {count}, frame {frame}: {prompt}</source>
        <translation>Fotograma clave {number} de {count}, fotograma {frame}: {prompt}</translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation>sin prompt</translation>
    </message>
</context>
<context>
    <name>LoopRows</name>
    <message>
        <source>Once</source>
        <translation>Una vez</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation>Qué hace la reproducción tras el último fotograma</translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation>F&amp;inal</translation>
    </message>
    <message>
        <source>Lead back to the start</source>
        <translation>Volver al inicio</translation>
    </message>
    <message>
        <source>After the last prompt and seed come the first ones again, so that a loop has no jump</source>
        <translation>Tras los últimos prompts y semillas vienen de nuevo los primeros: el bucle no salta</translation>
    </message>
    <message>
        <source>A walk loops without a jump where it leads back to its start, and its noise is fixed, an orbit, or leads back too</source>
        <translation>Un walk se repite sin salto cuando vuelve al inicio y su ruido es fijo, una órbita o también vuelve</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>final</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>Cambiar: {0}</translation>
    </message>
    <message>
        <source>lead back to the start</source>
        <translation>volver al inicio</translation>
    </message>
    <message>
        <source>end at the last prompt or seed</source>
        <translation>terminar en el último prompt o semilla</translation>
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
        <translation>Añadir LoRA…</translation>
    </message>
    <message>
        <source>Add a small change to the model; or drop its file on the window</source>
        <translation>Añadir un pequeño cambio al modelo; o soltar su archivo en la ventana</translation>
    </message>
    <message>
        <source>Vary along the path</source>
        <translation>Variar a lo largo del camino</translation>
    </message>
    <message>
        <source>Each prompt has its own strengths, and frames go from one to the next</source>
        <translation>Cada prompt tiene sus propias intensidades, y los fotogramas van de una a otra</translation>
    </message>
    <message>
        <source>Change LoRA strength</source>
        <translation>Cambiar la intensidad de la LoRA</translation>
    </message>
    <message>
        <source>Remove LoRA</source>
        <translation>Quitar la LoRA</translation>
    </message>
    <message>
        <source>Vary LoRAs along the path</source>
        <translation>Variar las LoRAs a lo largo del camino</translation>
    </message>
    <message>
        <source>Keep LoRAs along the path</source>
        <translation>Mantener las LoRAs a lo largo del camino</translation>
    </message>
    <message>
        <source>Choose the file of a LoRA</source>
        <translation>Elegir el archivo de una LoRA</translation>
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
        <translation>Cuánto de esta LoRA; 0 es nada, y por debajo de 0 lleva al otro lado</translation>
    </message>
    <message>
        <source>Strength of LoRA {0}: {1}</source>
        <translation>Intensidad de la LoRA {0}: {1}</translation>
    </message>
    <message>
        <source>Remove LoRA {0}: {1}</source>
        <translation>Quitar la LoRA {0}: {1}</translation>
    </message>
    <message>
        <source>changes {0} modules</source>
        <translation>cambia {0} módulos</translation>
    </message>
    <message>
        <source>{0} of {1} modules are in this model</source>
        <translation>{0} de {1} módulos están en este modelo</translation>
    </message>
</context>
<context>
    <name>LoraStrengths</name>
    <message>
        <source>Strength of {0} at prompt {1}</source>
        <translation>Intensidad de {0} en el prompt {1}</translation>
    </message>
    <message>
        <source>How much of this LoRA is shown at this prompt</source>
        <translation>Cuánto de esta LoRA se ve en este prompt</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong in the app itself. Your walk and its frames are kept.</source>
        <translation>Algo falló en la propia aplicación. El walk y sus fotogramas se conservan.</translation>
    </message>
    <message>
        <source>Only starre&amp;d ({0} of {1} stars are on a frame now)</source>
        <translation>&amp;Solo con estrella ({0} de {1} estrellas están ahora en un fotograma)</translation>
    </message>
    <message>
        <source>Only starre&amp;d</source>
        <translation>&amp;Solo con estrella</translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation>Este walk no se puede renderizar</translation>
    </message>
    <message>
        <source>{0} is not on this machine</source>
        <translation>{0} no está en este equipo</translation>
    </message>
    <message>
        <source>Render s&amp;election ({0} frames)</source>
        <translation>&amp;Renderizar la selección ({0} fotogramas)</translation>
    </message>
    <message>
        <source>Render s&amp;election</source>
        <translation>&amp;Renderizar la selección</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>Cambiar de modelo</translation>
    </message>
    <message>
        <source>{0} has its own steps, guidance and size; Undo brings the previous ones back.</source>
        <translation>{0} tiene sus propios pasos, guía y tamaño; Deshacer trae los anteriores.</translation>
    </message>
    <message>
        <source>Of {0} files only {1} was opened: a window has one walk.</source>
        <translation>De {0} archivos solo se abrió {1}: una ventana tiene un solo walk.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be opened here: drop a walk, a picture or video that carries one, a list of prompts, a model or a LoRA</source>
        <translation>{0} no se puede abrir aquí: soltar un walk, una imagen o vídeo que lleve uno, una lista de prompts, un modelo o una LoRA</translation>
    </message>
    <message>
        <source>A model takes at most {0} LoRAs</source>
        <translation>Un modelo admite como máximo {0} LoRAs</translation>
    </message>
    <message>
        <source>Add LoRA</source>
        <translation>Añadir LoRA</translation>
    </message>
    <message>
        <source>{0} is on another machine ({1}): copy it to this one, and open the copy.</source>
        <translation>{0} está en otro equipo ({1}): copiarlo a este y abrir la copia.</translation>
    </message>
</context>
<context>
    <name>Maker</name>
    <message>
        <source>The file could not be made ready: {reason}; free some space</source>
        <translation>No se pudo preparar el archivo: {reason}; liberar espacio</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{0} · picture</source>
        <translation>{0} · imagen</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>{0} · seed {1}</source>
        <translation>{0} · semilla {1}</translation>
    </message>
</context>
<context>
    <name>MapAside</name>
    <message>
        <source>Step &amp;back</source>
        <translation>&amp;Un paso atrás</translation>
    </message>
    <message>
        <source>&amp;Clear route</source>
        <translation>&amp;Borrar la ruta</translation>
    </message>
    <message>
        <source>&amp;Lead back to its start</source>
        <translation>&amp;Volver a su principio</translation>
    </message>
    <message>
        <source>&amp;Walk along it</source>
        <translation>&amp;Seguir la ruta</translation>
    </message>
    <message>
        <source>The route becomes the walk&apos;s path; Undo brings the previous one back</source>
        <translation>La ruta se convierte en el camino del walk; Deshacer trae el anterior</translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Walk along a route</source>
        <translation>Seguir una ruta</translation>
    </message>
    <message>
        <source>The walk follows it now: render it, or undo to get its previous path back</source>
        <translation>El walk la sigue ahora: renderizarlo, o deshacer para recuperar su camino anterior</translation>
    </message>
    <message>
        <source>Picture for the map</source>
        <translation>Imagen para el mapa</translation>
    </message>
    <message>
        <source>That is already on the map</source>
        <translation>Eso ya está en el mapa</translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures</source>
        <translation>Un walk tiene como máximo {0} imágenes</translation>
    </message>
    <message>
        <source>Pins are on a circle: {0}</source>
        <translation>Las chinchetas están en un círculo: {0}</translation>
    </message>
    <message>
        <source>Add prompts or pictures: between two or more of them there is something to find</source>
        <translation>Añadir prompts o imágenes: entre dos o más hay algo que encontrar</translation>
    </message>
    <message>
        <source>The map is full: there is room for {0} pins</source>
        <translation>El mapa está lleno: caben {0} chinchetas</translation>
    </message>
    <message>
        <source>Finding out how far apart the prompts are…</source>
        <translation>Midiendo lo lejos que están los prompts…</translation>
    </message>
    <message>
        <source>Draw on, or click to continue the route straight; Backspace takes it back</source>
        <translation>Seguir trazando, o pulsar para prolongar la ruta en recto; Retroceso quita</translation>
    </message>
    <message>
        <source>Move over the map to look around · drag to draw a route · click pins to go through them</source>
        <translation>Pasar sobre el mapa para mirar · arrastrar para trazar una ruta · pulsar chinchetas para pasar por ellas</translation>
    </message>
    <message>
        <source>Move over the map to see what is mixed there</source>
        <translation>Pasar sobre el mapa: lo que se mezcla allí se muestra aquí</translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message>
        <source>Picture of the place</source>
        <translation>Imagen del lugar</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Detalles del mensaje</translation>
    </message>
</context>
<context>
    <name>MixField</name>
    <message>
        <source>This picture lay between prompts, and stays as it was</source>
        <translation>Esta imagen estaba entre prompts, y queda como estaba</translation>
    </message>
    <message>
        <source>Write a prompt</source>
        <translation>Escribir un prompt</translation>
    </message>
    <message>
        <source>Take the words of the nearer prompt instead, to change them</source>
        <translation>Tomar en su lugar las palabras del prompt más cercano, para cambiarlas</translation>
    </message>
    <message>
        <source>Write prompt {number}</source>
        <translation>Escribir el prompt {number}</translation>
    </message>
</context>
<context>
    <name>ModelTexts</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>being copied…</source>
        <translation>copiándose…</translation>
    </message>
    <message>
        <source>lacks {0}</source>
        <translation>falta {0}</translation>
    </message>
    <message>
        <source>can&apos;t be used</source>
        <translation>no se puede usar</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>in use, not here yet</source>
        <translation>en uso, aún no está</translation>
    </message>
    <message>
        <source>can be fetched</source>
        <translation>se puede descargar</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>It is still being copied or fetched, and is checked again when it is complete.</source>
        <translation>Se está copiando o descargando ahora mismo, y se mirará de nuevo cuando esté completo.</translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation>En {0}</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>Licencia: {0}</translation>
    </message>
    <message>
        <source>{0} has {1}, of which {2} are free</source>
        <translation>{0} tiene {1}, de los que {2} están libres</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>este equipo</translation>
    </message>
    <message>
        <source>Needs about {0} of memory; {1}.</source>
        <translation>Necesita unos {0} de memoria; {1}.</translation>
    </message>
    <message>
        <source>It may not load.</source>
        <translation>Puede que no se cargue.</translation>
    </message>
    <message>
        <source>asking the hub…</source>
        <translation>preguntando al hub…</translation>
    </message>
    <message>
        <source>{0} of about {1}</source>
        <translation>{0} de unos {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/s</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>quedan {0}</translation>
    </message>
    <message>
        <source>{0} of {1} GB</source>
        <translation>{0} de {1} GB</translation>
    </message>
    <message>
        <source>the model&apos;s page</source>
        <translation>la página del modelo</translation>
    </message>
    <message>
        <source>Before the first fetch, accept its licence on {0} with an account on {1}, and enter a token of that account under &lt;i&gt;Accounts&lt;/i&gt;.</source>
        <translation>Antes de la primera descarga, aceptar su licencia en {0} con una cuenta de {1}, e introducir un token de esa cuenta en &lt;i&gt;Cuentas&lt;/i&gt;.</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Usar</translation>
    </message>
    <message>
        <source>Renders the walk with this model</source>
        <translation>Renderiza el walk con este modelo</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>D&amp;escargar</translation>
    </message>
    <message>
        <source>Downloads this model, or continues a download</source>
        <translation>Descarga este modelo, o continúa con ello</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>Añad&amp;ir carpeta…</translation>
    </message>
    <message>
        <source>Choose a folder with models</source>
        <translation>Elegir una carpeta con modelos</translation>
    </message>
    <message>
        <source>Adds a folder of ComfyUI, A1111 or Forge, or any other with models in it</source>
        <translation>Añade una carpeta de ComfyUI, A1111 o Forge, o cualquier otra con modelos dentro</translation>
    </message>
    <message>
        <source>Add a fi&amp;le…</source>
        <translation>&amp;Añadir archivo…</translation>
    </message>
    <message>
        <source>Adds a model that is one file</source>
        <translation>Añade un modelo que es un solo archivo</translation>
    </message>
    <message>
        <source>&amp;Remove from list</source>
        <translation>&amp;Quitar de la lista</translation>
    </message>
    <message>
        <source>A&amp;ccounts…</source>
        <translation>&amp;Cuentas…</translation>
    </message>
    <message>
        <source>Tokens for Kaggle and Hugging Face</source>
        <translation>Tokens para Kaggle y Hugging Face</translation>
    </message>
    <message>
        <source>U&amp;nload</source>
        <translation>&amp;Liberar</translation>
    </message>
    <message>
        <source>Stops the engine and frees its memory</source>
        <translation>Termina el motor y devuelve su memoria</translation>
    </message>
    <message>
        <source>Show one that can&apos;t be used</source>
        <translation>Mostrar uno que no se puede usar</translation>
    </message>
    <message>
        <source>Show {0} that can&apos;t be used</source>
        <translation>Mostrar {0} que no se pueden usar</translation>
    </message>
    <message>
        <source>Takes {0} off the list; its files stay</source>
        <translation>Quita {0} de la lista; sus archivos quedan</translation>
    </message>
    <message>
        <source>Choose the file of a model</source>
        <translation>Elegir el archivo de un modelo</translation>
    </message>
</context>
<context>
    <name>ModelsView</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
</context>
<context>
    <name>MorphEditor</name>
    <message>
        <source>Add prompt</source>
        <translation>Añadir prompt</translation>
    </message>
    <message>
        <source>add prompt</source>
        <translation>añadir prompt</translation>
    </message>
    <message>
        <source>duplicate prompt {number}</source>
        <translation>duplicar el prompt {number}</translation>
    </message>
    <message>
        <source>delete prompt {number}</source>
        <translation>eliminar el prompt {number}</translation>
    </message>
    <message>
        <source>move keyframe</source>
        <translation>mover fotograma clave</translation>
    </message>
    <message>
        <source>edit prompt {number}</source>
        <translation>editar el prompt {number}</translation>
    </message>
    <message>
        <source>edit what prompt {number} avoids</source>
        <translation>editar el prompt negativo {number}</translation>
    </message>
    <message>
        <source>hold prompt {number}</source>
        <translation>mantener el prompt {number}</translation>
    </message>
    <message>
        <source>LoRA strength at prompt {number}</source>
        <translation>intensidad de LoRA en el prompt {number}</translation>
    </message>
    <message>
        <source>seed of prompt {number}</source>
        <translation>semilla del prompt {number}</translation>
    </message>
    <message>
        <source>guidance at prompt {number}</source>
        <translation>guía en el prompt {number}</translation>
    </message>
    <message>
        <source>picture of prompt {number}</source>
        <translation>imagen del prompt {number}</translation>
    </message>
    <message>
        <source>write prompt {number}</source>
        <translation>escribir el prompt {number}</translation>
    </message>
    <message>
        <source>easing</source>
        <translation>curva</translation>
    </message>
    <message>
        <source>change length</source>
        <translation>cambiar la duración</translation>
    </message>
</context>
<context>
    <name>MotionBar</name>
    <message>
        <source>Even</source>
        <translation>Uniforme</translation>
    </message>
    <message>
        <source>Even motion</source>
        <translation>Movimiento uniforme</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>Puentes</translation>
    </message>
    <message>
        <source>Bridges over cuts</source>
        <translation>Puentes sobre cortes</translation>
    </message>
    <message>
        <source>Places frames so that the picture changes by the same amount each time</source>
        <translation>Coloca los fotogramas donde la imagen ha cambiado otro tanto cada vez</translation>
    </message>
    <message>
        <source>Lets the picture melt where it would jump or nearly so; otherwise hard cuts stay</source>
        <translation>Deja que la imagen se funda donde saltaría, o casi; si no, quedan cortes bruscos</translation>
    </message>
    <message>
        <source>Only an even motion has bridges</source>
        <translation>Solo un movimiento uniforme tiene puentes</translation>
    </message>
    <message>
        <source>Motion: even</source>
        <translation>Movimiento: uniforme</translation>
    </message>
    <message>
        <source>Motion: steady</source>
        <translation>Movimiento: constante</translation>
    </message>
    <message>
        <source>Making the motion even…</source>
        <translation>Uniformando el movimiento…</translation>
    </message>
    <message>
        <source>not found yet</source>
        <translation>aún no encontrados</translation>
    </message>
    <message>
        <source>1 bridge</source>
        <translation>1 puente</translation>
    </message>
    <message>
        <source>{count} bridges</source>
        <translation>{count} puentes</translation>
    </message>
    <message>
        <source>1 hard cut</source>
        <translation>1 corte brusco</translation>
    </message>
    <message>
        <source>{count} hard cuts</source>
        <translation>{count} cortes bruscos</translation>
    </message>
    <message>
        <source>The largest step from a frame to the next is {times} the usual one: 1× is perfectly even. Click to go there, after frame {frame}.</source>
        <translation>El mayor paso de un fotograma al siguiente es {times} el habitual: 1× es perfectamente uniforme. Un clic lleva allí, tras el fotograma {frame}.</translation>
    </message>
    <message>
        <source>Some of that is the speed that keyframes ask for.</source>
        <translation>Parte de ello es la velocidad que piden los fotogramas clave.</translation>
    </message>
    <message>
        <source>A grid shows every mix of its prompts, so its frames stay where they are</source>
        <translation>Una cuadrícula muestra cada mezcla de sus prompts, así que sus fotogramas se quedan donde están</translation>
    </message>
    <message>
        <source>The noise jumps from frame to frame, so no picture leads to the next</source>
        <translation>El ruido salta de un fotograma a otro, así que ninguna imagen lleva a la siguiente</translation>
    </message>
    <message>
        <source>Even motion needs three frames or more</source>
        <translation>El movimiento uniforme necesita tres fotogramas o más</translation>
    </message>
    <message>
        <source>Neither the prompt nor the noise moves here: all frames are alike</source>
        <translation>Ni el prompt ni el ruido se mueven aquí: todos los fotogramas son iguales</translation>
    </message>
    <message>
        <source>Goes to the largest step</source>
        <translation>Va al mayor paso</translation>
    </message>
    <message>
        <source>Steady motion</source>
        <translation>Movimiento constante</translation>
    </message>
    <message>
        <source>Bridge cuts</source>
        <translation>Tender puentes</translation>
    </message>
    <message>
        <source>Keep cuts</source>
        <translation>Dejar los cortes</translation>
    </message>
</context>
<context>
    <name>Noise</name>
    <message>
        <source>Fixed</source>
        <translation>Fijo</translation>
    </message>
    <message>
        <source>All frames start from the same noise: calm</source>
        <translation>Todos los fotogramas parten del mismo ruido: calma</translation>
    </message>
    <message>
        <source>Prompt and noise stay: all frames are the same</source>
        <translation>Prompt y ruido se quedan: todos los fotogramas son iguales</translation>
    </message>
    <message>
        <source>Varying</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Each frame starts from noise of its own: restless</source>
        <translation>Cada fotograma parte de su propio ruido: inquieto</translation>
    </message>
    <message>
        <source>, each from a noise of its own</source>
        <translation>, cada uno de un ruido propio</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Órbita</translation>
    </message>
    <message>
        <source>The noise goes once round a circle: loops</source>
        <translation>El ruido da una vuelta en círculo: bucle</translation>
    </message>
    <message>
        <source>, once round a circle of noise: a loop without a seam</source>
        <translation>, una vuelta por un círculo de ruido: un bucle sin costura</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Viaje</translation>
    </message>
    <message>
        <source>The noise goes from seed to seed</source>
        <translation>El ruido va de semilla en semilla</translation>
    </message>
    <message>
        <source>, through several seeds</source>
        <translation>, por varias semillas</translation>
    </message>
</context>
<context>
    <name>NoiseEditor</name>
    <message>
        <source>NOISE</source>
        <translation>RUIDO</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Start noise</source>
        <translation>Ruido inicial</translation>
    </message>
    <message>
        <source>shuffle seeds</source>
        <translation>barajar las semillas</translation>
    </message>
    <message>
        <source>For prompts without a seed of their own; from seed to seed in step with the prompts</source>
        <translation>Para prompts sin semilla propia; de semilla en semilla al paso de los prompts</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Semillas</translation>
    </message>
    <message>
        <source>change noise</source>
        <translation>cambiar el ruido</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>cambiar la semilla</translation>
    </message>
    <message>
        <source>Unlock the seeds</source>
        <translation>Desbloquear las semillas</translation>
    </message>
    <message>
        <source>Lock the seeds: nothing changes them</source>
        <translation>Bloquear las semillas: nada las cambia</translation>
    </message>
    <message>
        <source>Lock the seeds</source>
        <translation>Bloquear las semillas</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>All frames are there: {0}</source>
        <translation>Están todos los fotogramas: {0}</translation>
    </message>
    <message>
        <source>{0} is rendered</source>
        <translation>{0} está renderizado</translation>
    </message>
    <message>
        <source>Rendering stopped</source>
        <translation>Render detenido</translation>
    </message>
    <message>
        <source>{0} is saved</source>
        <translation>{0} está guardado</translation>
    </message>
    <message>
        <source>The export isn&apos;t saved</source>
        <translation>La exportación no se ha guardado</translation>
    </message>
    <message>
        <source>{0} is made</source>
        <translation>{0} está listo</translation>
    </message>
    <message>
        <source>{0} can&apos;t be made</source>
        <translation>{0} no se puede crear</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Show it on the &amp;desktop</source>
        <translation>A&amp;visar en el escritorio</translation>
    </message>
    <message>
        <source>Make a &amp;sound</source>
        <translation>Hacer &amp;un sonido</translation>
    </message>
    <message>
        <source>When rendering or an export has come to its end, and another window is in front:</source>
        <translation>Cuando el render o una exportación ha terminado y hay otra ventana delante:</translation>
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
        <translation>editar el prompt negativo</translation>
    </message>
    <message>
        <source>edit prompt</source>
        <translation>editar el prompt</translation>
    </message>
</context>
<context>
    <name>OptionsDialog</name>
    <message>
        <source>Export options</source>
        <translation>Opciones de exportación</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Nothing to play yet</source>
        <translation>Aún nada que reproducir</translation>
    </message>
    <message>
        <source>No file could be made</source>
        <translation>No se pudo crear ningún archivo</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>What kind of file the walk becomes</source>
        <translation>En qué tipo de archivo se convierte el walk</translation>
    </message>
    <message>
        <source>A width in pixels, a percentage, or a factor such as 2×</source>
        <translation>Una anchura en píxeles, un porcentaje o un factor como 2×</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Suave</translation>
    </message>
    <message>
        <source>Blur from pixel to pixel; otherwise whole factors repeat pixels</source>
        <translation>Difumina de píxel a píxel; si no, los factores enteros repiten píxeles</translation>
    </message>
    <message>
        <source>What playback does after the last frame</source>
        <translation>Qué hace la reproducción tras el último fotograma</translation>
    </message>
    <message>
        <source>How often it plays; a video contains its frames as often</source>
        <translation>Cuántas veces se reproduce; un vídeo contiene sus fotogramas esas veces</translation>
    </message>
    <message>
        <source>Quick files are made sooner, and are larger or coarser</source>
        <translation>Los archivos rápidos se crean antes, y son más grandes o más toscos</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>How much a GIF mixes pixels to make up for the colours it lacks</source>
        <translation>Cuánto mezcla píxeles un GIF para suplir los colores que le faltan</translation>
    </message>
    <message>
        <source>The largest size that the file may have; quality is reduced for it, then pixels</source>
        <translation>El mayor tamaño que puede tener el archivo; se cede calidad, y después píxeles</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Frames in each row</source>
        <translation>Fotogramas por fila</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Leyendas</translation>
    </message>
    <message>
        <source>The number of each frame, or its prompt, below it</source>
        <translation>El número de cada fotograma, o su prompt, debajo</translation>
    </message>
    <message>
        <source>Include its pictures</source>
        <translation>Incluir sus imágenes</translation>
    </message>
    <message>
        <source>The walk in the file has the pictures of its keyframes; whoever gets it can see them</source>
        <translation>El walk del archivo lleva las imágenes de sus fotogramas clave; quien lo reciba puede verlas</translation>
    </message>
    <message>
        <source>Not in this format</source>
        <translation>No en este formato</translation>
    </message>
    <message>
        <source>As in the walk</source>
        <translation>Como en el walk</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>Sin fin</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Una vez</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} veces</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>T&amp;amaño</translation>
    </message>
    <message>
        <source>E&amp;nding</source>
        <translation>F&amp;inal</translation>
    </message>
    <message>
        <source>&amp;Plays</source>
        <translation>&amp;Repeticiones</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Calidad</translation>
    </message>
    <message>
        <source>&amp;Dithering</source>
        <translation>&amp;Tramado</translation>
    </message>
    <message>
        <source>Max file si&amp;ze</source>
        <translation>Tamaño &amp;máx.</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>C&amp;olumnas</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Ida y vuelta</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>La mejor</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rápida</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
</context>
<context>
    <name>OptionsView</name>
    <message>
        <source>Making it…</source>
        <translation>Creándolo…</translation>
    </message>
    <message>
        <source>Making it smaller, try {n}…</source>
        <translation>Reduciéndolo, intento {n}…</translation>
    </message>
    <message>
        <source>No file is being made; change an option to make one.</source>
        <translation>No se está creando ningún archivo; cambiar una opción para crear uno.</translation>
    </message>
</context>
<context>
    <name>OwnSettings</name>
    <message>
        <source>between seeds</source>
        <translation>entre semillas</translation>
    </message>
    <message>
        <source>How strongly the picture follows its prompt here</source>
        <translation>Con qué fuerza sigue la imagen a su prompt aquí</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Leave the seed to the walk</source>
        <translation>Dejar la semilla al walk</translation>
    </message>
    <message>
        <source>Leave the guidance to the walk</source>
        <translation>Dejar la guía al walk</translation>
    </message>
    <message>
        <source>Seed of prompt {number}</source>
        <translation>Semilla del prompt {number}</translation>
    </message>
    <message>
        <source>Guidance at prompt {number}</source>
        <translation>Guía en el prompt {number}</translation>
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
        <translation>Por dos o más prompts, uno tras otro</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mezcla</translation>
    </message>
    <message>
        <source>Mixes of many prompts, along a route over the map</source>
        <translation>Mezclas de muchos prompts, a lo largo de una ruta por el mapa</translation>
    </message>
    <message>
        <source>Along a route between {prompts} prompts in {frames} frames</source>
        <translation>Por una ruta entre {prompts} prompts en {frames} fotogramas</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Malla</translation>
    </message>
    <message>
        <source>All mixes of four prompts</source>
        <translation>Todas las mezclas de cuatro prompts</translation>
    </message>
    <message>
        <source>Every mix of four prompts, {rows} × {columns} frames</source>
        <translation>Cada mezcla de cuatro prompts, {rows} × {columns} fotogramas</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>fila {row}, columna {column}</translation>
    </message>
    <message>
        <source>A grid has rows × columns frames</source>
        <translation>Una malla tiene filas × columnas fotogramas</translation>
    </message>
    <message>
        <source>Wander</source>
        <translation>Deriva</translation>
    </message>
    <message>
        <source>Away from one prompt, step by step</source>
        <translation>Alejarse de un prompt, paso a paso</translation>
    </message>
    <message>
        <source>Drifting away from one prompt in {frames} frames, until the picture falls apart</source>
        <translation>Alejarse de un prompt en {frames} fotogramas, hasta que la imagen se deshace</translation>
    </message>
    <message>
        <source>distance {distance}</source>
        <translation>distancia {distance}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Fijo</translation>
    </message>
    <message>
        <source>One prompt for all frames; the noise may move</source>
        <translation>Un prompt para todos los fotogramas; el ruido puede moverse</translation>
    </message>
    <message>
        <source>One prompt in {frames} frames</source>
        <translation>Un prompt en {frames} fotogramas</translation>
    </message>
    <message>
        <source>Through {prompts} prompts in {frames} frames</source>
        <translation>Por {prompts} prompts en {frames} fotogramas</translation>
    </message>
    <message>
        <source>From one prompt to another in {frames} frames</source>
        <translation>De un prompt a otro en {frames} fotogramas</translation>
    </message>
</context>
<context>
    <name>PathDrawing</name>
    <message>
        <source>Path</source>
        <translation>Camino</translation>
    </message>
    <message>
        <source>{0}. The dot is where the playhead is.</source>
        <translation>{0}. El punto está donde el cabezal.</translation>
    </message>
</context>
<context>
    <name>PathPanel</name>
    <message>
        <source>Kind of path</source>
        <translation>Tipo de camino</translation>
    </message>
    <message>
        <source>change path to {kind}</source>
        <translation>cambiar el camino: {kind}</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>between pictures</source>
        <translation>entre imágenes</translation>
    </message>
    <message>
        <source>Near it</source>
        <translation>Cerca de ella</translation>
    </message>
    <message>
        <source>Through it</source>
        <translation>Por ella</translation>
    </message>
    <message>
        <source>Near it: the prompt&apos;s picture resembles this one
Through it: the walk comes to this very picture</source>
        <translation>Cerca de ella: la imagen del prompt se le parece
Por ella: el walk llega a esta misma imagen</translation>
    </message>
    <message>
        <source>How much of the picture is changed; at 0 % it stays as it is</source>
        <translation>Cuánto de la imagen se cambia; con 0 % queda como está</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Quitar la imagen</translation>
    </message>
    <message>
        <source>Picture of prompt {number}</source>
        <translation>Imagen del prompt {number}</translation>
    </message>
    <message>
        <source>How the walk comes to {picture}</source>
        <translation>Cómo llega el walk a ella: {picture}</translation>
    </message>
    <message>
        <source>How much of {picture} is changed</source>
        <translation>Cuánto se cambia: {picture}</translation>
    </message>
    <message>
        <source>Changed by {0} %</source>
        <translation>Cambiada un {0} %</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>Pictures ({0})</source>
        <translation>Imágenes ({0})</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Drag the frame to show another part; turn the wheel to zoom in
With the keyboard: the arrow keys, + and −</source>
        <translation>Arrastrar el marco muestra otra parte; girar la rueda acerca
Con el teclado: las flechas, + y −</translation>
    </message>
    <message>
        <source>Not in the file: drop it here again</source>
        <translation>No está en el archivo: soltarla aquí de nuevo</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Picture for a keyframe</source>
        <translation>Imagen para un fotograma clave</translation>
    </message>
    <message>
        <source>Picture of a keyframe</source>
        <translation>Imagen de un fotograma clave</translation>
    </message>
    <message>
        <source>A blend takes its pictures from the map: press M, and drop this one there.</source>
        <translation>Una mezcla toma sus imágenes del mapa: pulsar M y soltar esta allí.</translation>
    </message>
    <message>
        <source>Only a morph has keyframes that take pictures: change the path to Morph first.</source>
        <translation>Solo un morph tiene fotogramas clave que toman imágenes: cambiar antes el camino a Morph.</translation>
    </message>
    <message>
        <source>There are {0} keyframes already, and no more are possible: drop the picture on one of them.</source>
        <translation>Hay {0} fotogramas clave, y no puede haber más: soltar la imagen en uno de ellos.</translation>
    </message>
    <message>
        <source>There is no room for a keyframe here: drop the picture on the card of one.</source>
        <translation>Aquí no cabe un fotograma clave: soltar la imagen en la tarjeta de uno.</translation>
    </message>
    <message>
        <source>A walk has at most {0} pictures: remove one first.</source>
        <translation>Un walk tiene como máximo {0} imágenes: quitar una antes.</translation>
    </message>
    <message>
        <source>The picture belongs to prompt {0} now.</source>
        <translation>La imagen pertenece ahora al prompt {0}.</translation>
    </message>
    <message>
        <source>The pictures belong to the prompts {0} now.</source>
        <translation>Las imágenes pertenecen ahora a los prompts {0}.</translation>
    </message>
    <message>
        <source>{0} made it of “{1}”.</source>
        <translation>{0} la hizo de «{1}».</translation>
    </message>
    <message>
        <source>Take its words and numbers</source>
        <translation>Tomar sus palabras y números</translation>
    </message>
    <message>
        <source>Take what a picture was made with</source>
        <translation>Tomar de qué se hizo una imagen</translation>
    </message>
</context>
<context>
    <name>PinBar</name>
    <message>
        <source>How pins are mixed</source>
        <translation>Cómo se mezclan las chinchetas</translation>
    </message>
    <message>
        <source>As a map</source>
        <translation>Como mapa</translation>
    </message>
    <message>
        <source>As a square of four</source>
        <translation>Como cuadrado de cuatro</translation>
    </message>
    <message>
        <source>Another prompt for the map</source>
        <translation>Otro prompt para el mapa</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>&amp;Picture…</source>
        <translation>&amp;Imagen…</translation>
    </message>
    <message>
        <source>Put a picture on the map; you can drop or paste one as well</source>
        <translation>Poner una imagen en el mapa; también se puede soltar o pegar</translation>
    </message>
    <message>
        <source>Another &amp;seed</source>
        <translation>&amp;Otra semilla</translation>
    </message>
    <message>
        <source>Put the selected pin on the map again, with a noise of its own</source>
        <translation>Poner otra vez en el mapa la chincheta elegida, con un ruido propio</translation>
    </message>
    <message>
        <source>A&amp;rrange</source>
        <translation>O&amp;rdenar</translation>
    </message>
    <message>
        <source>Put pins where they belong, except those that you moved</source>
        <translation>Poner las chinchetas en su sitio, salvo las que se han movido</translation>
    </message>
    <message>
        <source>Re&amp;move pin</source>
        <translation>&amp;Quitar chincheta</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Preview of the file</source>
        <translation>Vista previa del archivo</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Render</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Motores</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacén</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>&amp;Reset all…</source>
        <translation>&amp;Restablecer todo…</translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation>Guardado en {0}</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: this holds until the app is closed</source>
        <translation>No se puede escribir {0}: vale hasta que termine la aplicación</translation>
    </message>
    <message>
        <source>Reset all preferences?</source>
        <translation>¿Restablecer todas las preferencias?</translation>
    </message>
    <message>
        <source>Keys too. The limit for frames stays, as do frames and walks.</source>
        <translation>También las teclas. El espacio de los fotogramas queda, igual que fotogramas y walks.</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>Re&amp;stablecer</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Settings &amp;presets</source>
        <translation>A&amp;justes guardados</translation>
    </message>
    <message>
        <source>Apply “{0}”</source>
        <translation>Aplicar «{0}»</translation>
    </message>
    <message>
        <source>The model can&apos;t make pictures of the size of “{0}”, so the size stays.</source>
        <translation>El modelo no hace imágenes del tamaño de «{0}»: el tamaño se queda.</translation>
    </message>
    <message>
        <source>&amp;Keep these settings…</source>
        <translation>&amp;Guardar estos ajustes…</translation>
    </message>
    <message>
        <source>&amp;Rename or delete…</source>
        <translation>&amp;Renombrar o eliminar…</translation>
    </message>
    <message>
        <source>Kept as “{0}”: {1}</source>
        <translation>Guardado como «{0}»: {1}</translation>
    </message>
    <message>
        <source>Keep settings</source>
        <translation>Guardar los ajustes</translation>
    </message>
    <message>
        <source>Name for steps, guidance, size, timing and export:</source>
        <translation>Nombre para pasos, guía, tamaño, tiempo y exportación:</translation>
    </message>
    <message>
        <source>Replace “{0}”?</source>
        <translation>¿Reemplazar «{0}»?</translation>
    </message>
    <message>
        <source>There is a preset of this name, with other settings.</source>
        <translation>Ya hay ajustes con este nombre y otros valores.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <source>Settings presets</source>
        <translation>Ajustes guardados</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Renombrar</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Devolver</translation>
    </message>
    <message>
        <source>There is another preset called “{0}”.</source>
        <translation>Hay otros ajustes llamados «{0}».</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>no prompt</source>
        <translation>sin prompt</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>rendering</source>
        <translation>renderizando</translation>
    </message>
    <message>
        <source>Frame {number} can&apos;t be rendered</source>
        <translation>El fotograma {number} no se puede renderizar</translation>
    </message>
    <message>
        <source>Nothing is rendered yet</source>
        <translation>Aún no hay nada renderizado</translation>
    </message>
    <message>
        <source>It has another model, size or LoRAs: show this version to render it</source>
        <translation>Tiene otro modelo, tamaño o LoRAs: mostrar esta versión para renderizarla</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>The picture shows as soon as it is done</source>
        <translation>La imagen se muestra en cuanto esté terminada</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>Fotograma {number} de {count}</translation>
    </message>
    <message>
        <source>guidance {scale}</source>
        <translation>guía {scale}</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is from before the edit</source>
        <translation>El fotograma {number} aún no está renderizado: este es de antes del cambio</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other} from before the edit</source>
        <translation>El fotograma {number} aún no está renderizado: este es el fotograma {other} de antes del cambio</translation>
    </message>
    <message>
        <source>The first time, the app measures what suits this device</source>
        <translation>La primera vez, la aplicación mide lo que conviene a este dispositivo</translation>
    </message>
    <message>
        <source>This walk can&apos;t be rendered</source>
        <translation>Este walk no se puede renderizar</translation>
    </message>
    <message>
        <source>The model is not on this machine</source>
        <translation>El modelo no está en este equipo</translation>
    </message>
    <message>
        <source>Walk › Models fetches it, or chooses another one</source>
        <translation>Walk › Modelos lo descarga o elige otro</translation>
    </message>
    <message>
        <source>{keys} renders this walk</source>
        <translation>{keys} renderiza este walk</translation>
    </message>
    <message>
        <source>Frame {number} isn&apos;t rendered yet: this is frame {other}</source>
        <translation>El fotograma {number} aún no está renderizado: este es el fotograma {other}</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 paso</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} pasos</translation>
    </message>
    <message>
        <source>No frame comes before this one</source>
        <translation>Ningún fotograma va antes de este</translation>
    </message>
    <message>
        <source>Frame {number}, the one before, isn&apos;t rendered yet</source>
        <translation>El fotograma {number}, el anterior, aún no está renderizado</translation>
    </message>
    <message>
        <source>Difference from frame {number}, {times} × as bright</source>
        <translation>Diferencia con el fotograma {number}, {times} × más clara</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>beside it {0}</source>
        <translation>al lado {0}</translation>
    </message>
    <message>
        <source>zoom {0} %</source>
        <translation>zoom {0} %</translation>
    </message>
    <message>
        <source>&amp;Copy frame</source>
        <translation>&amp;Copiar fotograma</translation>
    </message>
    <message>
        <source>&amp;Save frame…</source>
        <translation>&amp;Guardar fotograma…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Reducir</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>A&amp;justar</translation>
    </message>
    <message>
        <source>&amp;Pixel for pixel</source>
        <translation>&amp;Píxel a píxel</translation>
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
        <translation>{numbers} · el final no se lee</translation>
    </message>
    <message>
        <source>Tokens of this prompt, and how many the model reads; the rest is struck out</source>
        <translation>Tokens de este prompt, y cuántos lee el modelo; el resto va tachado</translation>
    </message>
    <message>
        <source>Not known: {words}</source>
        <translation>Desconocidas: {words}</translation>
    </message>
    <message>
        <source>This model wasn&apos;t taught these words and draws anything for them; Ctrl+Space lists what it knows</source>
        <translation>Este modelo no aprendió estas palabras y dibuja cualquier cosa por ellas; Ctrl+Espacio muestra las que conoce</translation>
    </message>
</context>
<context>
    <name>PromptLists</name>
    <message>
        <source>There is no text to paste: copy a list of prompts first, one a line</source>
        <translation>No hay texto que pegar: copiar antes una lista de prompts, uno por línea</translation>
    </message>
    <message>
        <source>Paste prompts</source>
        <translation>Pegar prompts</translation>
    </message>
    <message>
        <source>Take prompts from a file</source>
        <translation>Tomar prompts de un archivo</translation>
    </message>
    <message>
        <source>Copied as text: {0}.</source>
        <translation>Copiado como texto: {0}.</translation>
    </message>
    <message>
        <source>No prompt has wildcards: they are written {a|b}, or __name__ for a file.</source>
        <translation>Ningún prompt tiene comodines: se escriben {a|b}, o __name__ para un archivo.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
    <message>
        <source>Draw wildcards</source>
        <translation>Sortear comodines</translation>
    </message>
    <message>
        <source>Drew the wildcards of {0} by the seed {1}; Undo brings them back.</source>
        <translation>Comodines de {0} sorteados con la semilla {1}; Deshacer los trae.</translation>
    </message>
    <message>
        <source>Some have wildcards, which can be drawn.</source>
        <translation>Algunos tienen comodines, que se pueden sortear.</translation>
    </message>
    <message>
        <source>The path goes through {0} now, in {1} frames; Undo brings the previous path back.</source>
        <translation>El camino pasa ahora por {0}, en {1} fotogramas; Deshacer trae el anterior.</translation>
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
        <translation>Carpeta con los archivos de comodines</translation>
    </message>
</context>
<context>
    <name>PromptsField</name>
    <message>
        <source>Describe the picture</source>
        <translation>Describir la imagen</translation>
    </message>
    <message>
        <source>What to lead away from (negative prompt)</source>
        <translation>De qué alejarse (prompt negativo)</translation>
    </message>
    <message>
        <source>What to avoid at: {name}</source>
        <translation>Qué evitar en: {name}</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativo</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>Qué evitar</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Waits</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>Making the motion even</source>
        <translation>Uniformando el movimiento</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Renderizando</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Escribiendo el archivo</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 fotograma</translation>
    </message>
    <message>
        <source>{0} frames</source>
        <translation>{0} fotogramas</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>¿Salir?</translation>
    </message>
    <message>
        <source>The queue is still making files.</source>
        <translation>La cola sigue creando archivos.</translation>
    </message>
    <message>
        <source>It can continue without this window.</source>
        <translation>Puede seguir sin esta ventana.</translation>
    </message>
    <message>
        <source>Let it continue</source>
        <translation>Dejar que siga</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>Pausarla</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Walks that become files, one after the other</source>
        <translation>Walks que se convierten en archivos, uno tras otro</translation>
    </message>
    <message>
        <source>Queue: {0} of {1} · {2} %</source>
        <translation>Cola: {0} de {1} · {2} %</translation>
    </message>
    <message>
        <source>Queue: {0} waiting</source>
        <translation>Cola: {0} en espera</translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Walks in the queue</source>
        <translation>Walks en la cola</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>S&amp;ubir</translation>
    </message>
    <message>
        <source>Sooner (Alt+Up)</source>
        <translation>Antes (Alt+Arriba)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Después (Alt+Abajo)</translation>
    </message>
    <message>
        <source>Make a&amp;gain</source>
        <translation>Hacer de &amp;nuevo</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Mostrar en la &amp;carpeta</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Remove it from the queue; frames stay in the frame store (Delete)</source>
        <translation>Quitarlo de la cola; los fotogramas siguen en el almacén (Supr)</translation>
    </message>
    <message>
        <source>&amp;Clear finished</source>
        <translation>&amp;Vaciar terminados</translation>
    </message>
    <message>
        <source>Remove what is done or failed; files stay</source>
        <translation>Quitar lo terminado o fallido; los archivos se conservan</translation>
    </message>
    <message>
        <source>&amp;Add this walk…</source>
        <translation>&amp;Añadir este walk…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>Nothing yet: add walks, start the queue, and find their files in the morning. It continues when this window is closed, and after a restart of the computer when it is started again.</source>
        <translation>Nada todavía: añada walks, inicie la cola y encuentre sus archivos por la mañana. Sigue cuando se cierra esta ventana y, tras reiniciar el equipo, cuando se vuelve a iniciar.</translation>
    </message>
    <message>
        <source>Files are being made, one after the other; the computer is kept awake meanwhile.</source>
        <translation>Los archivos se crean uno tras otro; mientras tanto, el equipo no se suspende.</translation>
    </message>
    <message>
        <source>Nothing is being made: Start begins with the first one that is waiting.</source>
        <translation>No se está haciendo nada: Iniciar comienza con el primero que espera.</translation>
    </message>
    <message>
        <source>All done.</source>
        <translation>Todo está listo.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Stop what is being made; its frames are kept</source>
        <translation>Detener lo que se está haciendo; sus fotogramas se conservan</translation>
    </message>
    <message>
        <source>Make the files, in this order</source>
        <translation>Crear los archivos en este orden</translation>
    </message>
</context>
<context>
    <name>QueueWatch</name>
    <message>
        <source>the log says more</source>
        <translation>el registro dice más</translation>
    </message>
    <message>
        <source>The queue stopped: {0}</source>
        <translation>La cola se ha detenido: {0}</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No se ha encontrado nada.</translation>
    </message>
    <message>
        <source>This page can&apos;t be read: {0}</source>
        <translation>No se puede leer esta página: {0}</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Clear list</source>
        <translation>Vaciar la lista</translation>
    </message>
    <message>
        <source>No recent walks</source>
        <translation>No hay walks recientes</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Unsaved edits can&apos;t be kept for a crash; save the walk. {0}</source>
        <translation>Los cambios sin guardar no se pueden proteger de un fallo; guardar el walk. {0}</translation>
    </message>
</context>
<context>
    <name>RenderControl</name>
    <message>
        <source> · {0} frames/s · {1} left</source>
        <translation> · {0} fotogramas/s · quedan {1}</translation>
    </message>
</context>
<context>
    <name>RenderingPage</name>
    <message>
        <source>Automatic: one that has the GPU</source>
        <translation>Automático: el que tiene la GPU</translation>
    </message>
    <message>
        <source>Automatic: what suits the device</source>
        <translation>Automático: lo que conviene al dispositivo</translation>
    </message>
    <message>
        <source>&amp;Model of new walks</source>
        <translation>Modelo de los &amp;walks nuevos</translation>
    </message>
    <message>
        <source>For File › New. A walk that exists keeps its own.</source>
        <translation>Para Archivo › Nuevo. Un walk que ya existe conserva el suyo.</translation>
    </message>
    <message>
        <source>&amp;Backend</source>
        <translation>&amp;Backend</translation>
    </message>
    <message>
        <source>Pre&amp;cision</source>
        <translation>&amp;Precisión</translation>
    </message>
    <message>
        <source>Both apply at once, in this window. Another precision makes other frames: all are rendered anew, and those of before come back with their precision.</source>
        <translation>Ambos valen enseguida, en esta ventana. Con otra precisión los fotogramas son otros: se renderizan de nuevo, y vuelven con la precisión con que se renderizaron.</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>{0} no está instalado</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Frame numbers</source>
        <translation>Números de fotograma</translation>
    </message>
    <message>
        <source>Loop from frame {0} to {1}</source>
        <translation>Bucle del fotograma {0} al {1}</translation>
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
        <translation>Ajustes guardados: pasos, guía, tamaño, tiempo y exportación con un nombre</translation>
    </message>
    <message>
        <source>Settings presets</source>
        <translation>Ajustes guardados</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pasos</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>guía</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>fotogramas</translation>
    </message>
    <message>
        <source>frame rate</source>
        <translation>cadencia</translation>
    </message>
    <message>
        <source>image size</source>
        <translation>tamaño de imagen</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>Cambiar: {0}</translation>
    </message>
    <message>
        <source>How many frames the walk has</source>
        <translation>Cuántos fotogramas tiene el walk</translation>
    </message>
    <message>
        <source>SAMPLER</source>
        <translation>MUESTREADOR</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Pasos</translation>
    </message>
    <message>
        <source>Denoising steps: more are slower and finer</source>
        <translation>Pasos de eliminación de ruido: más son más lentos y finos</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>&amp;Guía</translation>
    </message>
    <message>
        <source>How strictly the picture follows the prompt; 1 or less is twice as fast</source>
        <translation>Con qué rigor sigue la imagen al prompt; 1 o menos es el doble de rápido</translation>
    </message>
    <message>
        <source>Image si&amp;ze</source>
        <translation>&amp;Tamaño</translation>
    </message>
    <message>
        <source>Width × height in pixels</source>
        <translation>Anchura × altura en píxeles</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Lote</translation>
    </message>
    <message>
        <source>Frames rendered at once; less needs less memory</source>
        <translation>Fotogramas que se renderizan a la vez; menos necesita menos memoria</translation>
    </message>
    <message>
        <source>TIMING</source>
        <translation>TIEMPO</translation>
    </message>
    <message>
        <source>Fr&amp;ames</source>
        <translation>F&amp;otogramas</translation>
    </message>
    <message>
        <source>Frame ra&amp;te</source>
        <translation>&amp;Cadencia</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Fotogramas por segundo</translation>
    </message>
    <message>
        <source>{frames} frames there and back = {shown}</source>
        <translation>{frames} fotogramas ida y vuelta = {shown}</translation>
    </message>
    <message>
        <source>{frames} frames, once</source>
        <translation>{frames} fotogramas, una vez</translation>
    </message>
    <message>
        <source>{frames} frames, then on from the first: no jump</source>
        <translation>{frames} fotogramas, y sigue desde el primero: sin salto</translation>
    </message>
    <message>
        <source>{frames} frames, then a jump to the first</source>
        <translation>{frames} fotogramas, y un salto al primero</translation>
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
        <translation>Progreso del guardado</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>Dejar de guardar</translation>
    </message>
    <message>
        <source>{name} follows when it is made</source>
        <translation>{name} sigue cuando esté creado</translation>
    </message>
    <message>
        <source>Saving {name} · {percent} %</source>
        <translation>Guardando {name} · {percent} %</translation>
    </message>
    <message>
        <source>Saving {name} · try {n}, {percent} %</source>
        <translation>Guardando {name} · intento {n}, {percent} %</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>plegado</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Another seed at random</source>
        <translation>Otra semilla al azar</translation>
    </message>
    <message>
        <source>Shuffle: {name}</source>
        <translation>Barajar: {name}</translation>
    </message>
</context>
<context>
    <name>SeedList</name>
    <message>
        <source>{count} earlier seeds</source>
        <translation>{count} semillas anteriores</translation>
    </message>
    <message>
        <source>{count} more seeds</source>
        <translation>{count} semillas más</translation>
    </message>
    <message>
        <source>Add seed</source>
        <translation>Añadir semilla</translation>
    </message>
    <message>
        <source>Seed {number}</source>
        <translation>Semilla {number}</translation>
    </message>
    <message>
        <source>change seed</source>
        <translation>cambiar la semilla</translation>
    </message>
    <message>
        <source>add seed</source>
        <translation>añadir semilla</translation>
    </message>
    <message>
        <source>remove seed</source>
        <translation>quitar semilla</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The app ended while it was starting, so it begins with another walk.</source>
        <translation>La aplicación terminó al iniciarse, así que empieza con otro walk.</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>Abrir {0}</translation>
    </message>
</context>
<context>
    <name>SettingsPreset</name>
    <message>
        <source>{0} steps</source>
        <translation>{0} pasos</translation>
    </message>
    <message>
        <source>guidance {0}</source>
        <translation>guía {0}</translation>
    </message>
    <message>
        <source>{0} frames, {1} fps</source>
        <translation>{0} fotogramas, {1} fps</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>{0} steps</source>
        <translation>{0} pasos</translation>
    </message>
    <message>
        <source>guidance {0}</source>
        <translation>guía {0}</translation>
    </message>
    <message>
        <source>avoiding {0}</source>
        <translation>evitando {0}</translation>
    </message>
    <message>
        <source>avoiding nothing</source>
        <translation>sin evitar nada</translation>
    </message>
    <message>
        <source>towards {0}</source>
        <translation>hacia {0}</translation>
    </message>
    <message>
        <source>the walk&apos;s seed</source>
        <translation>la semilla del walk</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>semilla {0}</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Explore</source>
        <translation>Explorar</translation>
    </message>
    <message>
        <source>What is varied</source>
        <translation>Qué se varía</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De qué</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Cuántas</translation>
    </message>
    <message>
        <source>How far from the present seed</source>
        <translation>A qué distancia de la semilla actual</translation>
    </message>
    <message>
        <source>How far from the present seed: left is nearly the same picture</source>
        <translation>A qué distancia de la semilla actual: a la izquierda es casi la misma imagen</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>&amp;Más como esta</translation>
    </message>
    <message>
        <source>Other &amp;seeds</source>
        <translation>&amp;Otras semillas</translation>
    </message>
    <message>
        <source>New pictures for all that are not pinned</source>
        <translation>Imágenes nuevas para todas las que no están fijadas</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Sa&amp;ve sheet…</source>
        <translation>&amp;Guardar hoja…</translation>
    </message>
    <message>
        <source>All pictures with their captions, as one</source>
        <translation>Todas las imágenes con sus leyendas, en una</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>Tomar {0}</translation>
    </message>
    <message>
        <source>of prompt {0}</source>
        <translation>del prompt {0}</translation>
    </message>
    <message>
        <source>of all the walk</source>
        <translation>de todo el walk</translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation>Otras semillas</translation>
    </message>
    <message>
        <source>Seeds near this one</source>
        <translation>Semillas cercanas a esta</translation>
    </message>
    <message>
        <source>Steps × seeds</source>
        <translation>Pasos × semillas</translation>
    </message>
    <message>
        <source>Guidance × seeds</source>
        <translation>Guía × semillas</translation>
    </message>
    <message>
        <source>LoRA × seeds</source>
        <translation>LoRA × semillas</translation>
    </message>
    <message>
        <source>Picture × seeds</source>
        <translation>Imagen × semillas</translation>
    </message>
    <message>
        <source>What to avoid × seeds</source>
        <translation>Qué evitar × semillas</translation>
    </message>
    <message>
        <source>Prompts × seeds</source>
        <translation>Prompts × semillas</translation>
    </message>
    <message>
        <source>{0} × seeds</source>
        <translation>{0} × semillas</translation>
    </message>
    <message>
        <source>{0} of {1} pictures can&apos;t be rendered: {2}</source>
        <translation>{0} de {1} imágenes no se pueden renderizar: {2}</translation>
    </message>
    <message>
        <source>A click takes a picture · its corner pins it (P) · the one you look at is refined</source>
        <translation>Un clic toma una imagen · su esquina la fija (P) · la que se mira se refina</translation>
    </message>
    <message>
        <source>{0} of {1} pictures</source>
        <translation>{0} de {1} imágenes</translation>
    </message>
    <message>
        <source>{0} sheet</source>
        <translation>Hoja {0}</translation>
    </message>
    <message>
        <source>Save sheet</source>
        <translation>Guardar hoja</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written; choose another folder, and a name that ends in .png</source>
        <translation>No se puede escribir {0}; elegir otra carpeta, y un nombre que termine en .png</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Variations</source>
        <translation>Variaciones</translation>
    </message>
    <message>
        <source>{0}: not rendered yet</source>
        <translation>{0}: aún sin renderizar</translation>
    </message>
    <message>
        <source>{0}: draft</source>
        <translation>{0}: borrador</translation>
    </message>
    <message>
        <source>Can&apos;t be rendered</source>
        <translation>No se puede renderizar</translation>
    </message>
</context>
<context>
    <name>ShortcutTree</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Buscar atajos</translation>
    </message>
    <message>
        <source>No shortcut matches.</source>
        <translation>Ningún atajo tiene estas palabras.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Camino</translation>
    </message>
    <message>
        <source>Select frames in the strip (or drag there with Shift)</source>
        <translation>Seleccionar fotogramas en la tira (o arrastrar con Mayús)</translation>
    </message>
    <message>
        <source>Move the keyframe a frame forward</source>
        <translation>Adelantar el fotograma clave un fotograma</translation>
    </message>
    <message>
        <source>Move the keyframe a frame back</source>
        <translation>Atrasar el fotograma clave un fotograma</translation>
    </message>
    <message>
        <source>Move a handle of the speed curve a little</source>
        <translation>Mover un poco un tirador de la curva de velocidad</translation>
    </message>
    <message>
        <source>Make the speed curve straight</source>
        <translation>Enderezar la curva de velocidad</translation>
    </message>
    <message>
        <source>Menu of what has the focus</source>
        <translation>Menú de lo que tiene el teclado</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Duplicate the prompt</source>
        <translation>Duplicar el prompt</translation>
    </message>
    <message>
        <source>Move the prompt up</source>
        <translation>Subir el prompt</translation>
    </message>
    <message>
        <source>Move the prompt down</source>
        <translation>Bajar el prompt</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Key of the selected action</source>
        <translation>Tecla de la acción seleccionada</translation>
    </message>
    <message>
        <source>&amp;Usual key</source>
        <translation>Tecla &amp;habitual</translation>
    </message>
    <message>
        <source>The key that it comes with</source>
        <translation>La tecla con la que viene</translation>
    </message>
    <message>
        <source>All &amp;usual keys</source>
        <translation>To&amp;das las teclas habituales</translation>
    </message>
    <message>
        <source>All keys as they come with the app</source>
        <translation>Todas las teclas como vienen con la aplicación</translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation>T&amp;omarla</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>T&amp;ecla</translation>
    </message>
    <message>
        <source>Return on a row, then press its new key.</source>
        <translation>Intro en una fila, y pulsar su tecla nueva.</translation>
    </message>
    <message>
        <source>{0} is the key of {1} › {2}, which would lose it.</source>
        <translation>{0} es la tecla de {1} › {2}, que la perdería.</translation>
    </message>
    <message>
        <source>{0} has a meaning of its own there ({1}: {2}); press another key.</source>
        <translation>{0} tiene allí un significado propio ({1}: {2}); pulsar otra tecla.</translation>
    </message>
</context>
<context>
    <name>SpeedTrack</name>
    <message>
        <source>Speed curve</source>
        <translation>Curva de velocidad</translation>
    </message>
    <message>
        <source>First handle of way {number}</source>
        <translation>Primer tirador del paso {number}</translation>
    </message>
    <message>
        <source>Second handle of way {number}</source>
        <translation>Segundo tirador del paso {number}</translation>
    </message>
    <message>
        <source>{time} % of the time, {way} % of the way</source>
        <translation>{time} % del tiempo, {way} % del paso</translation>
    </message>
    <message>
        <source>Drag it, freely with Alt; arrow keys, finely with Shift; Delete makes it straight</source>
        <translation>Arrastrarlo, libre con Alt; flechas, fino con Mayús; Supr la endereza</translation>
    </message>
    <message>
        <source>Change speed curve</source>
        <translation>Cambiar la curva de velocidad</translation>
    </message>
    <message>
        <source>Speed curve of way {number}: {easing}
Double-click makes a keyframe</source>
        <translation>Curva de velocidad del paso {number}: {easing}
Un doble clic crea un fotograma clave</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Star frame</source>
        <translation>Poner estrella</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Quitar estrella</translation>
    </message>
    <message>
        <source>No frame has a star: press S to add one</source>
        <translation>Ningún fotograma tiene estrella: S pone una</translation>
    </message>
    <message>
        <source>A frame can have a star when its model is on this machine and it is looked up</source>
        <translation>Un fotograma puede tener estrella cuando su modelo está en este equipo y se ha encontrado</translation>
    </message>
    <message>
        <source>Frames of an even walk can have stars when their places are found</source>
        <translation>Los fotogramas de un walk uniforme pueden tener estrellas cuando se encuentren sus lugares</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Frames rendered</source>
        <translation>Fotogramas renderizados</translation>
    </message>
    <message>
        <source>What the engine does</source>
        <translation>Qué hace el motor</translation>
    </message>
    <message>
        <source>Whether the engine is ready</source>
        <translation>Si el motor está listo</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Todo guardado</translation>
    </message>
    <message>
        <source>Getting the engine ready…</source>
        <translation>Preparando el motor…</translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation>Motor listo</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>Iniciando el motor…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <source>Compiling for this image size and batch…</source>
        <translation>Compilando para este tamaño y lote…</translation>
    </message>
    <message>
        <source>Rendering 1 picture to look at</source>
        <translation>Renderizando 1 imagen para mirar</translation>
    </message>
    <message>
        <source>Rendering {0} pictures to look at</source>
        <translation>Renderizando {0} imágenes para mirar</translation>
    </message>
    <message>
        <source>Refining drafts</source>
        <translation>Refinando borradores</translation>
    </message>
    <message>
        <source>Making the motion even · {0}&#xa0;% · {1} rendered</source>
        <translation>Uniformando el movimiento · {0} % · {1} renderizados</translation>
    </message>
    <message>
        <source>Rendering {0} of {1} selected</source>
        <translation>Renderizando {0} de {1} seleccionados</translation>
    </message>
    <message>
        <source>Rendering {0} of {1}</source>
        <translation>Renderizando {0} de {1}</translation>
    </message>
    <message>
        <source>Looking up frames…</source>
        <translation>Buscando fotogramas…</translation>
    </message>
    <message>
        <source>{0} rendered to make the motion even</source>
        <translation>{0} renderizados para uniformar el movimiento</translation>
    </message>
    <message>
        <source>{0} · {1} continues</source>
        <translation>{0} · {1} continúa</translation>
    </message>
    <message>
        <source>{0} · {1} renders the rest</source>
        <translation>{0} · {1} renderiza el resto</translation>
    </message>
    <message>
        <source>The frame is rendered</source>
        <translation>El fotograma está renderizado</translation>
    </message>
    <message>
        <source>All {0} frames rendered</source>
        <translation>Los {0} fotogramas están renderizados</translation>
    </message>
    <message>
        <source>{0} · rendering continues after edits</source>
        <translation>{0} · el render sigue tras los cambios</translation>
    </message>
    <message>
        <source>{0} of 1 frame</source>
        <translation>{0} de 1 fotograma</translation>
    </message>
    <message>
        <source>{0} of {1} frames</source>
        <translation>{0} de {1} fotogramas</translation>
    </message>
</context>
<context>
    <name>Stills</name>
    <message>
        <source>The pictures could not be made ready: {0}; free some space</source>
        <translation>No se pudieron preparar las imágenes: {0}; liberar espacio</translation>
    </message>
    <message>
        <source>Only frames that are rendered can be dragged</source>
        <translation>Solo se pueden arrastrar fotogramas renderizados</translation>
    </message>
    <message>
        <source>{0} frames at once are too many to drag: select {1}, or export the walk</source>
        <translation>{0} fotogramas a la vez son demasiados para arrastrar: seleccionar {1}, o exportar el walk</translation>
    </message>
    <message>
        <source>The pictures are ready now: drag them once more</source>
        <translation>Las imágenes ya están listas: arrastrarlas otra vez</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Save a walk by &amp;itself, a moment after every edit</source>
        <translation>&amp;Guardar el walk por sí solo, un momento después de cada cambio</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>&amp;Mostrar carpeta</translation>
    </message>
    <message>
        <source>Free &amp;space…</source>
        <translation>&amp;Liberar espacio…</translation>
    </message>
    <message>
        <source>Removes frames of other days; they can be rendered again</source>
        <translation>Quita fotogramas de otros días, que se pueden renderizar de nuevo</translation>
    </message>
    <message>
        <source>Once it has a file. Undo still works, and without this unsaved edits are kept too.</source>
        <translation>En cuanto tenga un archivo. Deshacer sigue llevando atrás; sin esto, los cambios sin guardar también se conservan.</translation>
    </message>
    <message>
        <source>On s&amp;tart</source>
        <translation>Al &amp;iniciar</translation>
    </message>
    <message>
        <source>Walks</source>
        <translation>Walks</translation>
    </message>
    <message>
        <source>Rendered frames</source>
        <translation>Fotogramas renderizados</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>&amp;Como máximo</translation>
    </message>
    <message>
        <source>Also for the command line. The frames that were not used for longest go first, never those of the walk that is open.</source>
        <translation>También para la línea de comandos. Los fotogramas que llevan más tiempo sin usarse se van primero, nunca los del walk abierto.</translation>
    </message>
    <message>
        <source>They take {0} now. Those that were not used for longest go; they can be rendered again.</source>
        <translation>Ocupan {0} ahora. Se van los que llevan más tiempo sin usarse; se pueden renderizar de nuevo.</translation>
    </message>
    <message>
        <source>{0} isn&apos;t there any more; the next frame that is rendered makes it</source>
        <translation>{0} ya no existe; el próximo fotograma renderizado la crea</translation>
    </message>
    <message>
        <source>No program here opens folders; it is {0}</source>
        <translation>Ningún programa abre carpetas aquí; es {0}</translation>
    </message>
    <message>
        <source>Remove rendered frames?</source>
        <translation>¿Quitar los fotogramas renderizados?</translation>
    </message>
    <message>
        <source>The walk that was open last</source>
        <translation>El último walk abierto</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>Un ejemplo</translation>
    </message>
    <message>
        <source>All go but those of the walk that is open, and those rendered or shown since the app began. They can be rendered again.</source>
        <translation>Se van todos menos los del walk abierto y los renderizados o mostrados desde que empezó la aplicación. Se pueden renderizar de nuevo.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Quitando…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Only a morph, a blend or a held prompt takes keyframes</source>
        <translation>Solo un morph, una mezcla o un prompt fijo admite fotogramas clave</translation>
    </message>
    <message>
        <source>Make keyframe</source>
        <translation>Crear fotograma clave</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>Barra de herramientas</translation>
    </message>
    <message>
        <source>The model: choose another</source>
        <translation>El modelo: elegir otro</translation>
    </message>
    <message>
        <source>Memory of the device that renders</source>
        <translation>Memoria del dispositivo que renderiza</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source> {0} does the same.</source>
        <translation> {0} hace lo mismo.</translation>
    </message>
    <message>
        <source>Say what to see</source>
        <translation>Decir qué se verá</translation>
    </message>
    <message>
        <source>Each card is a prompt, and the walk leads from one to the next. Change the words.</source>
        <translation>Cada tarjeta es un prompt, y el walk lleva de uno al siguiente. Cambie las palabras.</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Renderizar</translation>
    </message>
    <message>
        <source>Frames that are missing appear, coarse to fine, and after every edit.</source>
        <translation>Los fotogramas que faltan aparecen, de grueso a fino, y tras cada cambio.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Llevárselo</translation>
    </message>
    <message>
        <source>The finished file waits here: drag it into a folder, a browser or a chat.</source>
        <translation>El archivo terminado espera aquí: arrástrelo a una carpeta, un navegador o un chat.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Tour, {0} of {1}</source>
        <translation>Visita guiada, {0} de {1}</translation>
    </message>
</context>
<context>
    <name>Tracks</name>
    <message>
        <source>Scroll the frames</source>
        <translation>Desplazar los fotogramas</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>{0} step</source>
        <translation>{0} paso</translation>
    </message>
    <message>
        <source>{0} play</source>
        <translation>{0} reproducir</translation>
    </message>
    <message>
        <source>{0} make keyframe</source>
        <translation>{0} crear fotograma clave</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Primer fotograma</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Fotograma anterior</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Fotograma siguiente</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Último fotograma</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Show all frames</source>
        <translation>Mostrar todos los fotogramas</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Speed of playback</source>
        <translation>Velocidad de reproducción</translation>
    </message>
    <message>
        <source>Speed of playback: {0}</source>
        <translation>Velocidad de reproducción: {0}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>VersionChip</name>
    <message>
        <source>Version {0}</source>
        <translation>Versión {0}</translation>
    </message>
    <message>
        <source>{0}
A click shows it, a double click renames it; its menu compares</source>
        <translation>{0}
Un clic la muestra, un doble clic la renombra; su menú compara</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Mostrar</translation>
    </message>
    <message>
        <source>&amp;Compare with the walk as it is now</source>
        <translation>&amp;Comparar con el walk como está ahora</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renombrar…</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>&amp;Quitar</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>The walk is already kept as “{0}”</source>
        <translation>El walk ya se conserva como «{0}»</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>Conservar versión</translation>
    </message>
    <message>
        <source>Show version “{0}”</source>
        <translation>Mostrar la versión «{0}»</translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation>Quitar versión</translation>
    </message>
    <message>
        <source>Rename version</source>
        <translation>Renombrar versión</translation>
    </message>
    <message>
        <source>Name of the version:</source>
        <translation>Nombre de la versión:</translation>
    </message>
    <message>
        <source>There is no other version: keep this one, and change the walk</source>
        <translation>No hay otra versión: conservar esta y cambiar el walk</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>como está ahora</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Versión {0}</translation>
    </message>
</context>
<context>
    <name>VersionsBar</name>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Comparar con…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Keep the walk as it is now as a version</source>
        <translation>Conservar el walk como está ahora como versión</translation>
    </message>
    <message>
        <source>The version beside the walk as it is now</source>
        <translation>La versión junto al walk como está ahora</translation>
    </message>
    <message>
        <source>One over the other, with a line that you can drag</source>
        <translation>Una sobre otra, con una línea que se arrastra</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Cortina</translation>
    </message>
</context>
<context>
    <name>WanderEditor</name>
    <message>
        <source>How far each number of the embedding moves from one frame to the next</source>
        <translation>Cuánto se mueve cada número del embedding de un fotograma al siguiente</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>Todos igual</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Aleatorio</translation>
    </message>
    <message>
        <source>All alike: every number of the embedding grows by the same. Random: each its own way.</source>
        <translation>Todos igual: cada número del embedding crece lo mismo. Aleatorio: cada uno a su manera.</translation>
    </message>
    <message>
        <source>Seed of the direction</source>
        <translation>Semilla de la dirección</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Direction seed</source>
        <translation>Semilla de dirección</translation>
    </message>
    <message>
        <source>change step size</source>
        <translation>cambiar el tamaño del paso</translation>
    </message>
    <message>
        <source>change direction</source>
        <translation>cambiar la dirección</translation>
    </message>
</context>
<context>
    <name>WayRow</name>
    <message>
        <source>Length of this way relative to the others: 2× takes twice as long</source>
        <translation>Duración de este paso junto a los otros: 2× tarda el doble</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 fot.</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} fot.</translation>
    </message>
    <message>
        <source>Easing after prompt {number}: {easing}</source>
        <translation>Curva tras el prompt {number}: {easing}</translation>
    </message>
    <message>
        <source>Easing: how the frames are distributed on this way</source>
        <translation>Curva: cómo se reparten los fotogramas en este paso</translation>
    </message>
    <message>
        <source>Length after prompt {number}</source>
        <translation>Duración tras el prompt {number}</translation>
    </message>
</context>
<context>
    <name>_SeedRow</name>
    <message>
        <source>Remove: {name}</source>
        <translation>Quitar: {name}</translation>
    </message>
</context>
</TS>
