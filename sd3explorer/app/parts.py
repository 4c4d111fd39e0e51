"""The parts of the window: made, arranged and ended here; what happens between them is the window's."""

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtWidgets import QMainWindow

from sd3explorer.app.computer.dialog import ComputerDialog
from sd3explorer.app.disk import Disk
from sd3explorer.app.document.autosave import Autosave
from sd3explorer.app.document.document import Document
from sd3explorer.app.document.files import Files
from sd3explorer.app.document.recovery import FileLock, Recovery
from sd3explorer.app.document.session import Session
from sd3explorer.app.edit_news import EditNews
from sd3explorer.app.export.feed import ExportFeed
from sd3explorer.app.export.panel import ExportPanel
from sd3explorer.app.export.stills import Stills
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.survey import Locate
from sd3explorer.app.history.dialog import HistoryDialog
from sd3explorer.app.history.recorder import Recorder
from sd3explorer.app.map.dialog import MapDialog
from sd3explorer.app.messages import MessageBar
from sd3explorer.app.models.dialog import ModelsDialog
from sd3explorer.app.notices import Notices
from sd3explorer.app.path.panel import PathPanel
from sd3explorer.app.pictures import Pictures
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.preferences.current import CurrentPreferences
from sd3explorer.app.preferences.dialog import PreferencesDialog
from sd3explorer.app.preferences.remembered import preferences_file
from sd3explorer.app.preview.preview import LINE_HEIGHT, Preview
from sd3explorer.app.prompt_lists import PromptLists
from sd3explorer.app.queue.dialog import QueueDialog
from sd3explorer.app.queue.watch import QueueWatch
from sd3explorer.app.regions import Regions
from sd3explorer.app.rendering.render_control import RenderControl
from sd3explorer.app.rendering.render_thread import RenderThread
from sd3explorer.app.rendering.warming import Warming
from sd3explorer.app.sampler_panel import SamplerPanel
from sd3explorer.app.screen import resize_within_screen
from sd3explorer.app.settings_presets.presets import Presets
from sd3explorer.app.sheet.dialog import SheetDialog
from sd3explorer.app.stars import Stars
from sd3explorer.app.status_line import StatusLine
from sd3explorer.app.timeline.timeline import Timeline
from sd3explorer.app.troubles import Troubles
from sd3explorer.app.versions.bar import VersionsBar
from sd3explorer.app.versions.comparison import Comparison
from sd3explorer.app.versions.versions import Versions
from sd3explorer.queue.walk_queue import WalkQueue
from sd3explorer.render.place import Place
from sd3explorer.render.store import FrameStore

LEAST_SIZE = QSize(960, 600)
FIRST_SIZE = QSize(1440, 900)


@dataclass(frozen=True, slots=True)
class Storage:
    """Where the window keeps things.

    Args:
        store: Rendered frames.
        exports: Folder for exported files that can be dragged out.
        state: Folder for recovery files and locks.
        log: File that the app logs to.
    """

    store: FrameStore
    exports: Path
    state: Path
    log: Path


class WindowParts(QMainWindow):
    """The walk, its frames and the engine, and the regions that show them.

    Args:
        storage: Where things are kept.
        locate: Finds a preset that is here.
        place: Where to render.
    """

    # Another backend computes than the default, and why; emitted in a thread.
    backend_chosen = Signal(str)

    def __init__(self, storage: Storage, locate: Locate, place: Place) -> None:
        super().__init__()
        self.log = storage.log
        self.store = storage.store
        self.document = Document(self)
        self.playhead = Playhead(self)
        find_precision = partial(place.precision, say=self.backend_chosen.emit)
        self.frames = Frames(storage.store, locate, find_precision, self)
        self._thread = RenderThread(storage.store, place, self)
        self.control = RenderControl(self.frames, self.playhead, self._thread, place, self)
        self.warming = Warming(self.frames, self.playhead, self.control, self._thread, self)
        self.messages = MessageBar(self)
        self.troubles = Troubles(self.messages, (place.log, storage.log), self)
        self._recovery = Recovery(storage.state / "recovery", self)
        self.disk = Disk(self)
        self.files = Files(
            self.document,
            self.messages,
            self._recovery,
            FileLock(storage.state / "locks"),
            self,
            lambda: self.frames.placement,
        )
        self.session = Session(
            self.document, self.playhead, self.files, self.messages, storage.state / "session", self
        )
        self.stars = Stars(self.document, self.frames, self.playhead, self.messages, self)
        self.comparison = Comparison(
            self.frames,
            Frames(storage.store, locate, find_precision, self),
            self.playhead,
            self.control,
            self._thread,
            self,
        )
        self.news = EditNews(self.document, self.messages, self)
        self.prompt_lists = PromptLists(self.document, self.messages, self.news, self)
        self.pictures = Pictures(self.playhead, self.messages, self.news, self)
        self._make_regions(storage)
        self.presets = Presets(
            self.document,
            self.frames,
            self.export_panel,
            self.messages,
            preferences_file().parent / "presets",
            self,
        )
        self.sampler_panel.offer_presets(self.presets.menu)
        self._export_feed = ExportFeed(
            self.document, self.frames, self.playhead, storage.store, self.export_panel, self
        )
        self._autosave = Autosave(self.document, self.files, self)
        self._notices = Notices(self.document, self)
        self.stills = Stills(
            self.document, self.frames, storage.store, storage.exports, self._carries_walk, self
        )
        self.models = ModelsDialog(self)
        self.computer = ComputerDialog(self, walk=lambda: self.document.walk.without_pictures().dump())
        self.preferences = CurrentPreferences(self)
        self.versions = Versions(self.document, self.versions_bar, self.comparison, self.messages, self)
        self.history = HistoryDialog(storage.store, self)
        self._recorder = Recorder(self.document, self.frames, self.control, storage.store, self)
        self._recorder.recorded.connect(self.history.look)
        waiting = WalkQueue(storage.state / "queue")
        self.watch = QueueWatch(waiting, storage.log.with_name("queue.log"), parent=self)
        self.queue = QueueDialog(self.watch, self)
        for_exploring = (self.frames, self.playhead, self.control, self._thread, storage.store, self)
        self.sheet = SheetDialog(*for_exploring)
        self.map = MapDialog(*for_exploring)
        self._closing = False

    @cached_property
    def preferences_dialog(self) -> PreferencesDialog:
        """Made when it is first asked for: that takes a fifth as long as the whole window."""
        dialog = PreferencesDialog(self.preferences, self.store, self, preset=lambda: self.frames.preset)
        dialog.freed.connect(self.frames.look_again)
        dialog.freed.connect(self.history.look)
        return dialog

    def close_for_good(self, keep_edits: bool = False) -> None:
        """Ends all threads and the engine; called once, when the window closes.

        Args:
            keep_edits: Whether unsaved edits are kept for the next start.
        """
        self._closing = True
        self.disk.close()
        self.playhead.pause()
        self._export_feed.close()
        self.warming.close()
        self.sheet.shut_down()
        self.map.shut_down()
        self.stars.close()
        self.comparison.close()
        self.history.shut_down()
        self.queue.hide()
        self.watch.close()
        self._recorder.close()
        self.pictures.wait()
        self.control.close()
        self.export_panel.close_down()
        self.stills.close()
        self.models.shut_down()
        self.computer.shut_down()
        if "preferences_dialog" in vars(self):
            self.preferences_dialog.shut_down()
        self.frames.close()
        self._autosave.close()
        self.session.close()
        self.files.close(keep_edits)

    def _make_regions(self, storage: Storage) -> None:
        self.regions = Regions(self)
        self.path_panel = PathPanel(self.regions.left)
        self.versions_bar = VersionsBar(self.regions.middle)
        self.preview = Preview(self.frames, self.playhead, self.regions.middle)
        self.preview.compare_with(self.comparison)
        self.sampler_panel = SamplerPanel(self.regions.settings)
        self.export_panel = ExportPanel(storage.exports, self.regions.right)
        self.timeline = Timeline(self.frames, self.playhead)
        self._status = StatusLine(self)
        self.setStatusBar(self._status)
        self.regions.fill(
            self.path_panel,
            (self.versions_bar, self.preview),
            (self.sampler_panel, self.export_panel),
            self.timeline,
        )
        self.setCentralWidget(self.regions)
        self.messages.lay_over(self.preview, LINE_HEIGHT, otherwise=self.timeline)
        self.setMinimumSize(LEAST_SIZE)

    def _carries_walk(self) -> bool:
        return self.export_panel.carry_action.isChecked()

    def _restore_layout(self) -> None:
        settings = QSettings()
        if not self.restoreGeometry(settings.value("window/geometry") or b""):
            resize_within_screen(self, FIRST_SIZE)
        self.regions.restore(settings)

    def _keep_layout(self) -> None:
        settings = QSettings()
        settings.setValue("window/geometry", self.saveGeometry())
        self.regions.keep(settings)
