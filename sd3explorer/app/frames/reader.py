"""Reads frames from the store in threads, and keeps in memory what was looked at last."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from sd3explorer.app.frames.pictures import ImageCache, Picture, SmallGist, difference, picture
from sd3explorer.app.frames.tasks import Task
from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore

IMAGES_IN_MEMORY = 384 * 2**20
THUMBNAILS_IN_MEMORY = 96 * 2**20

# The newest wish is read first: it is what the user looks at now. Reading only to compare frames
# comes when there is nothing else to do.
COMPARING = -1

# A wish that so many newer ones have followed is no longer for what is on the screen.
WISHES = 256


class PictureReader(QObject):
    """Frames as images and thumbnails, and how much two of them differ.

    What isn't in memory is None, and read; `read` is emitted when it is there, or that there is no such
    frame, and `failed` why one can't be read as things are.

    Args:
        store: Where frames are kept.
        parent: Qt's owner.
    """

    read = Signal(str, bool)  # the digest, and whether there was such a frame
    compared = Signal(str)
    failed = Signal(str)

    def __init__(self, store: FrameStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._images = ImageCache(IMAGES_IN_MEMORY)
        self._thumbnails = ImageCache(THUMBNAILS_IN_MEMORY)
        self._gists: dict[str, SmallGist] = {}
        self._differences: dict[tuple[str, str], float] = {}
        self._reading: dict[str, int] = {}
        self._wishes = 0
        self._uncompared: dict[str, None] = {}
        self._comparing = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._answers = _Answers()
        self._answers.read.connect(self._take_read)
        self._answers.failed.connect(self.failed)
        self._answers.skipped.connect(self._skip)
        self._answers.compared.connect(self._take_gist)

    def image(self, digest: str) -> QImage | None:
        """A frame in full size."""
        return self._kept(digest, self._images)

    def thumbnail(self, digest: str) -> QImage | None:
        """A frame in small."""
        return self._kept(digest, self._thumbnails)

    def difference(self, one: str, other: str) -> float | None:
        """How much two frames differ, from 0 to 255, if both were read."""
        pair = one, other
        if pair not in self._differences:
            first, second = self._gists.get(one), self._gists.get(other)
            if first is None or second is None:
                return None
            self._differences[pair] = difference(first, second)
        return self._differences[pair]

    def remember(self, digest: str, found: Picture) -> None:
        """Keeps a frame in memory that need not be read."""
        self._images.put(digest, found.image)
        self._thumbnails.put(digest, found.thumbnail)
        self._gists[digest] = found.gist

    def compare(self, digests: Iterable[str]) -> None:
        """Reads these frames when there is nothing else to do, and forgets how others differed."""
        wanted = dict.fromkeys(digests)
        self._gists = {digest: gist for digest, gist in self._gists.items() if digest in wanted}
        self._differences = {}
        self._uncompared = wanted
        self._compare_next()

    def close(self) -> None:
        """Ends the threads."""
        self._uncompared = {}
        self._pool.clear()
        self._pool.waitForDone()

    def _kept(self, digest: str, kept: ImageCache) -> QImage | None:
        if not digest:
            return None
        image = kept.get(digest)
        if image is None:
            self._read(digest)
        return image

    def _read(self, digest: str) -> None:
        self._wishes += 1
        wish = self._wishes
        if wish - self._reading.get(digest, -WISHES) < WISHES // 4:
            return
        self._reading[digest] = wish

        def read() -> None:
            if self._reading.get(digest) != wish:
                return
            if wish < self._wishes - WISHES:
                self._answers.skipped.emit(digest, wish)
                return
            try:
                found = self._picture(digest)
            except RenderError as error:
                # It still counts as being read, so that not every paint tries it again.
                self._answers.failed.emit(str(error))
            else:
                self._answers.read.emit(digest, found)

        self._pool.start(Task(read), wish)

    def _picture(self, digest: str) -> Picture | None:
        array = self._store.get(digest)
        return None if array is None else picture(array)

    def _take_read(self, digest: str, found: Picture | None) -> None:
        self._reading.pop(digest, None)
        if found is not None:
            self.remember(digest, found)
        self.read.emit(digest, found is not None)

    def _skip(self, digest: str, wish: int) -> None:
        if self._reading.get(digest) == wish:
            del self._reading[digest]

    def _compare_next(self) -> None:
        # One after the other, so that they never keep the frames waiting that one looks at.
        if self._comparing:
            return
        while self._uncompared:
            digest, _ = self._uncompared.popitem()
            if digest not in self._gists:
                break
        else:
            return
        self._comparing = True

        def read() -> None:
            gist = None
            try:
                found = self._picture(digest)
            except RenderError:
                # Reported when somebody looks at it.
                pass
            else:
                if found is None:
                    self._answers.read.emit(digest, None)
                else:
                    gist = found.gist
            self._answers.compared.emit(digest, gist)

        self._pool.start(Task(read), COMPARING)

    def _take_gist(self, digest: str, gist: SmallGist | None) -> None:
        self._comparing = False
        if gist is not None:
            self._gists[digest] = gist
            self.compared.emit(digest)
        self._compare_next()


class _Answers(QObject):
    """What threads say to the one that asked."""

    read = Signal(str, object)
    failed = Signal(str)
    skipped = Signal(str, int)
    compared = Signal(str, object)
