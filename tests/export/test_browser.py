"""Every animation as a browser sees it: headless Chromium, where there is one."""

import json
import shutil
import subprocess
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from sd3explorer.export import FORMATS, Clip, Options, export

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium here")

# It talks to nobody but this test, and keeps nothing.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
)

GREYS = (10, 90, 170, 250)
ORDER = (0, 1, 2, 3, 2, 1)
MILLISECONDS = [100] * len(ORDER)
ROUNDS = (0, 1, 2, 5)
VIDEOS = {".mp4": "video/mp4", ".webm": "video/webm"}
TYPES = {".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif", ".apng": "image/png"}
ANIMATIONS = [choice.suffixes[0] for choice in FORMATS if choice.animates]
PICTURES = [suffix for suffix in ANIMATIONS if suffix in TYPES]
every_picture = pytest.mark.parametrize("suffix", PICTURES)
every_video = pytest.mark.parametrize("suffix", VIDEOS)

PAGE = """<!doctype html><script>
const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
function grey(image) {
  canvas.drawImage(image, 0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data[0];
}
async function picture(name, type) {
  const data = await (await fetch(name)).arrayBuffer();
  const decoder = new ImageDecoder({data, type});
  await decoder.tracks.ready;
  await decoder.completed;
  const track = decoder.tracks.selectedTrack, shown = [], delays = [];
  let size;
  for (let frameIndex = 0; frameIndex < track.frameCount; frameIndex++) {
    const {image} = await decoder.decode({frameIndex});
    shown.push(grey(image));
    delays.push(image.duration / 1000);
    size = [image.displayWidth, image.displayHeight];
    image.close();
  }
  // Rounds after the first one; JSON has no infinity.
  const repeats = track.repetitionCount;
  return {shown, delays, size, rounds: repeats === Infinity ? 0 : repeats + 1};
}
function happens(target, event) {
  return new Promise((done, failed) => {
    target.addEventListener(event, done, {once: true});
    target.addEventListener("error", () => failed(target.error.message), {once: true});
  });
}
async function video(name, times) {
  const film = document.createElement("video"), shown = [];
  film.muted = true;
  film.preload = "auto";
  // Seeking needs all of it at hand, or a server of more than whole files.
  film.src = URL.createObjectURL(await (await fetch(name)).blob());
  await happens(film, "loadeddata");
  for (const time of times) {
    film.currentTime = time;
    await happens(film, "seeked");
    shown.push(grey(film));
  }
  return {shown, seconds: film.duration, size: [film.videoWidth, film.videoHeight]};
}
async function main() {
  const found = {};
  for (const [name, type, times] of FILES) {
    try {
      found[name] = await (times.length ? video(name, times) : picture(name, type));
    } catch (error) {
      found[name] = {error: String(error)};
    }
  }
  await fetch("found", {method: "POST", body: JSON.stringify(found)});
}
main();
</script>"""


class Handler(SimpleHTTPRequestHandler):
    """Serves the files, and takes what was found in them."""

    def do_POST(self):
        self.server.found = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()
        self.server.reported.set()

    def log_message(self, *_):
        pass


def asked_of_browser(folder, files, profile):
    """What the browser says of files in a folder."""
    (folder / "index.html").write_text(PAGE.replace("FILES", json.dumps(files)))
    with ThreadingHTTPServer(("127.0.0.1", 0), lambda *args: Handler(*args, directory=folder)) as server:
        server.found, server.reported = {}, threading.Event()
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        address = f"http://127.0.0.1:{server.server_address[1]}/index.html"
        command = [BROWSER, *FLAGS, f"--user-data-dir={profile}", address]
        browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            assert server.reported.wait(60), "the browser said nothing"
        finally:
            browser.terminate()
            browser.wait(20)
            server.shutdown()
            serving.join()
        return server.found


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What the browser says of a clip in every format, and of pictures with so many rounds."""
    folder = tmp_path_factory.mktemp("files")
    frames = [np.full((32, 48, 3), grey, np.uint8) for grey in GREYS]
    clip = Clip(frames, ORDER, 10.0, 0, 2)
    middles = [number / 10 + 0.05 for number in range(len(ORDER))]
    files = []
    for suffix in PICTURES:
        for rounds in ROUNDS:
            export(clip, folder / f"{rounds}{suffix}", Options(rounds=rounds))
            files.append((f"{rounds}{suffix}", TYPES[suffix], []))
    for suffix in VIDEOS:
        export(clip, folder / f"walk{suffix}")
        files.append((f"walk{suffix}", VIDEOS[suffix], middles))
    return asked_of_browser(folder, files, tmp_path_factory.mktemp("profile"))


@every_picture
def test_it_shows_the_frames_in_playback_order(found, suffix):
    picture = found[f"0{suffix}"]
    assert picture["shown"] == pytest.approx([GREYS[index] for index in ORDER], abs=3)
    assert picture["size"] == [48, 32]


@every_picture
def test_each_frame_shows_for_its_time(found, suffix):
    assert found[f"0{suffix}"]["delays"] == MILLISECONDS


@every_picture
@pytest.mark.parametrize("rounds", ROUNDS)
def test_it_plays_as_often_as_asked(found, suffix, rounds):
    assert found[f"{rounds}{suffix}"]["rounds"] == rounds


@every_video
def test_a_video_shows_every_frame_at_its_time(found, suffix):
    film = found[f"walk{suffix}"]
    assert film["shown"] == pytest.approx([GREYS[index] for index in ORDER], abs=4)
    assert film["size"] == [48, 32]


@every_video
def test_a_video_lasts_as_long_as_its_frames(found, suffix):
    assert found[f"walk{suffix}"]["seconds"] == pytest.approx(0.6, abs=0.01)
