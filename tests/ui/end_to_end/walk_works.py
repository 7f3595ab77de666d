#!/usr/bin/python3
"""The four uses of the product as a new user goes about them, by the accessibility tree alone.

usage: walk_works.py repository|diagram|recording|thinking TRIFOLD --replay REPLAY_ENDPOINT
       walk_works.py repository|diagram|recording|thinking TRIFOLD --local MAKE_SEEING_MODEL

With the replaying server the answers are those of answers/; the tiny model of --local answers
nonsense, so there only what is sent, counted and stopped is looked at. Needs an X server and a
session bus: see `walk`.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from accessible_window import Missing, Window, wait_for

HERE = os.path.dirname(os.path.abspath(__file__))


def step(words):
    print(f"- {words}", flush=True)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# -- what is dropped ---------------------------------------------------------------------------------

def make_repository(folder):
    """A real one, with a commit."""
    files = {
        "net/retry.py": "def delay_after(attempt, base=0.5, cap=30.0):\n"
                        "    delay = base\n    for _ in range(attempt):\n"
                        "        delay = min(delay, cap) * 2\n    return delay\n",
        "README.md": "# shop\n\nAsks a server, and asks again.\n",
    }
    for name, text in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    git = ["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@b.example"]
    run(*git, "init", "-q")
    run(*git, "add", ".")
    run(*git, "commit", "-q", "-m", "first")
    return folder


def make_picture(path, source):
    run("ffmpeg", "-y", "-f", "lavfi", "-i", f"{source}=size=320x200", "-frames:v", "1", path)
    return path


def make_clip(path):
    run("ffmpeg", "-y", "-f", "lavfi", "-i", "testsrc=size=320x200:rate=10:duration=3",
        "-pix_fmt", "yuv420p", path)
    return path


# -- who answers -------------------------------------------------------------------------------------

class Replay:
    """Answers as answers/ says, and tells what it was sent."""

    is_local = False

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, os.path.join(HERE, "answers")],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        port = int(self.process.stdout.readline().split()[1])
        self.held = []
        threading.Thread(target=self._listen, daemon=True).start()
        config = os.path.join(folder, "config", "trifold")
        os.makedirs(config)
        endpoint = {"name": "replay", "kind": "vllm", "baseUrl": f"http://127.0.0.1:{port}/v1",
                    "model": "MiniMax-M3", "capabilities": {"contextTokens": 200000}}
        with open(os.path.join(config, "endpoints.json"), "w", encoding="utf-8") as file:
            json.dump({"endpoints": [endpoint]}, file)
        with open(os.path.join(config, "settings.json"), "w", encoding="utf-8") as file:
            json.dump({"engine": "replay"}, file)

    def _listen(self):
        for line in self.process.stdout:
            if line.startswith("held"):
                self.held.append(line.strip())

    def environment(self):
        return {"TRIFOLD_MODEL": ""}

    def expect(self, *parts):
        """Of the last request."""
        held = wait_for("a request", lambda: self.held)[-1]
        for part in parts:
            assert f" {part}" in held, f'"{part}" is not in "{held}"'

    def end(self):
        self.process.stdin.close()
        self.process.wait(5)


class Local:
    """The model on this machine: tiny, random, and as real as any other in what it counts."""

    is_local = True

    def __init__(self, program, folder):
        self.model = os.path.join(folder, "model")
        run(program, self.model)
        config = os.path.join(folder, "config", "trifold")
        os.makedirs(config)
        with open(os.path.join(config, "settings.json"), "w", encoding="utf-8") as file:
            json.dump({"model": self.model, "local": {"contextTokens": 32768, "threads": 2}}, file)

    def environment(self):
        return {"TRIFOLD_MODEL": self.model}

    def expect(self, *parts):
        pass

    def end(self):
        pass


# -- what the user does ------------------------------------------------------------------------------

class Desk:
    """A window that was opened with things, and somebody at it."""

    def __init__(self, program, engine, folder, places):
        environment = dict(os.environ)
        environment.update(
            XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
            XDG_CACHE_HOME=f"{folder}/cache", XDG_STATE_HOME=f"{folder}/state",
            QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LANG="C.UTF-8")
        environment.update(engine.environment())
        self.engine = engine
        self.window = Window(program, environment, places)
        self.load()

    def load(self):
        if self.engine.is_local:
            step("the model is loaded")
            if self.window.look_for("Load", role="push button"):
                self.window.press("Load", role="push button")
            self.window.find("Loaded, ready to answer", patience=40)

    def begin(self, work):
        step(f"begin: {work}")
        self.window.press(work, role="push button")
        self.window.find(f"Kind of work: {work}")

    def lies_ready(self, *names):
        for name in names:
            self.window.find(name)

    def ask(self, question):
        step("ask")
        self.window.write("Question", question)
        send = self.window.find("Send", role="push button")
        wait_for("a question that can be sent", lambda: can_press(send))
        self.window.press("Send", role="push button")
        self.window.wait_for_words(question)

    def answered(self, words):
        """The last words of it; of nonsense some are enough, and then it is stopped."""
        if not self.engine.is_local:
            return self.window.wait_for_words(words)
        wait_for("an answer", self._is_answering, 40)
        self.stop()
        return None

    def _is_answering(self):
        turns = self.window.turns()
        return len(turns) > 1 and len(turns[-1]) > 40 or not self.window.look_for("Stop answer")

    def stop(self):
        if self.window.look_for("Stop", role="push button"):
            try:
                self.window.press("Stop", role="push button")
            except Missing:
                pass  # it came to its end meanwhile
        wait_for("the end of the answer", lambda: self.window.look_for("Send", role="push button"))

    def files(self):
        step("the Files tab")
        self.window.press("Files", role="page tab")


def can_press(here):
    import pyatspi
    return here.getState().contains(pyatspi.STATE_ENABLED)


# -- the four uses -----------------------------------------------------------------------------------

def repository(desk, folder):
    desk.begin("Ask about a repository")
    desk.lies_ready("shop", "one.png", "two.png", "three.png")
    desk.ask("Where does the retry go wrong, see the second screenshot?")
    desk.answered("which was not sent")
    desk.engine.expect("system=1", "image_url=3")
    if not desk.engine.is_local:
        desk.files()
        desk.window.find("Text of net/retry.py")


def save(desk, folder):
    step("a preview, and then they are saved")
    target = os.path.join(folder, "infrastructure")
    os.mkdir(target)
    with open(os.path.join(target, "main.tf"), "w", encoding="utf-8") as file:
        file.write("# mine\n")
    desk.window.press("Save to folder", role="push button")
    name_the_folder(desk.window, target)
    desk.window.find("Changed: main.tf")
    desk.window.find("New: versions.tf")
    assert sorted(os.listdir(target)) == ["main.tf"], "a preview writes nothing"
    desk.window.press("Save 2 files", role="push button")
    desk.window.find("2 files saved into")
    assert os.path.exists(os.path.join(target, "modules/net/outputs.tf"))
    with open(os.path.join(target, "main.tf"), encoding="utf-8") as file:
        assert file.read() == "# mine\n", "nothing is replaced that was not agreed to"
    step("and taken back")
    desk.window.press("Take back", role="push button")
    wait_for("the folder as it was", lambda: sorted(os.listdir(target)) == ["main.tf"])


def name_the_folder(window, target):
    """In Qt's own dialog, which is a window of its own."""
    import pyatspi

    def each(here):
        yield here
        for index in range(here.childCount):
            child = here.getChildAtIndex(index)
            if child is not None:
                yield from each(child)

    def dialog():
        application = window.frame.getApplication()
        for top in application:
            if top is not None and "Save the files into a folder" in (top.name or ""):
                return top
        return None

    top = wait_for("the dialog", dialog)
    field = wait_for("its field", lambda: next(
        (here for here in each(top) if here.getRoleName() == "text"
         and here.getState().contains(pyatspi.STATE_EDITABLE)), None))
    field.queryEditableText().setTextContents(target)
    button = wait_for("its button", lambda: next(
        (here for here in each(top) if here.getRoleName() == "push button"
         and "hoose" in (here.name or "")), None))
    button.queryAction().doAction(0)


def diagram(desk, folder):
    desk.begin("Diagram to Terraform")
    desk.lies_ready("drawing.png")
    desk.ask("Make this into Terraform, please.")
    desk.answered("I am not sure that it is there")
    desk.engine.expect("system=1", "image_url=1")
    if desk.engine.is_local:
        return
    desk.files()
    step("files, warnings, the graph")
    desk.window.find("Warning: It lets the whole world in")
    desk.window.find("Left out: ../outside.sh")
    desk.window.find("Nodes of the diagram", showing=False)
    step("checks")
    desk.window.press("Run checks", role="push button")
    # It runs where terraform is there and a box can be made; where not, it must say so.
    wait_for("a check", lambda: desk.window.look_for("Passed: t", showing=False)
             or desk.window.look_for("Not run: terraform fmt", showing=False), 30)
    save(desk, folder)


def recording(desk, folder):
    desk.begin("Review a screen recording")
    desk.lies_ready("shop", "fault.mp4")
    desk.ask("What goes wrong in this recording?")
    desk.answered("the delay after 100 attempts")
    desk.engine.expect("system=1")
    if desk.engine.is_local:
        return
    desk.files()
    desk.window.find("Bug report")
    desk.window.find("Press Send without a network [00:01]")
    desk.window.find("net/retry.py:4 high", showing=False)
    desk.window.find("Copy as Markdown", showing=False)


def thinking(desk, folder):
    desk.ask("What about the cap?")
    desk.answered("the spinner no longer restarts")
    step("once more, without thinking and with it")
    desk.window.press("Ask With Thinking Off and On", role="menu item")
    desk.window.find("Go on with this one", role="push button", patience=60)
    if desk.engine.is_local:
        return
    wait_for("three requests", lambda: len(desk.engine.held) >= 3)
    off, on = desk.engine.held[1:3]
    assert off != on, f"both were asked alike: {off}"


def places_for(use, folder):
    pictures = [("one.png", "testsrc"), ("two.png", "testsrc2"), ("three.png", "smptebars")]
    if use == "repository":
        return [make_repository(f"{folder}/shop")] + [
            make_picture(f"{folder}/{name}", source) for name, source in pictures]
    if use == "diagram":
        return [make_picture(f"{folder}/drawing.png", "rgbtestsrc")]
    if use == "recording":
        return [make_repository(f"{folder}/shop"), make_clip(f"{folder}/fault.mp4")]
    return [make_repository(f"{folder}/shop")]


def main():
    use, program, engine_kind, engine_program = sys.argv[1:5]
    for tool in ("git", "ffmpeg"):
        if shutil.which(tool) is None:
            print(f"skipped: {tool} is not there")
            sys.exit(77)
    walks = {"repository": repository, "diagram": diagram, "recording": recording,
             "thinking": thinking}
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        engine = (Local if engine_kind == "--local" else Replay)(engine_program, folder)
        desk = Desk(program, engine, folder, places_for(use, folder))
        try:
            walks[use](desk, folder)
            code = desk.window.close()
            assert code == 0, f"trifold ended with {code}"
        except Exception:
            print(desk.window.all_text()[-6000:], file=sys.stderr)
            raise
        finally:
            if desk.window.process.poll() is None:
                desk.window.kill()
            engine.end()
    print(f"all steps went well, in {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    main()
