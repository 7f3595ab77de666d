#!/usr/bin/python3
"""One run of Open WebUI in Chromium: webui.py BUILD LINES SECONDS VENV (see run.py).

Its server keeps its data in a folder of its own, asks nothing but replay_endpoint, and makes no
titles, tags or follow-ups, so that both clients send the same requests.
"""

import glob
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import process_tree
import question

PATIENCE = 300
# Presses Send where it can be pressed; true once the field is empty.
SENT = """(() => {
    const button = document.querySelector('#send-message-button');
    if (button && !button.disabled) button.click();
    return !document.querySelector('#chat-input').innerText.trim();
})()"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def start_server(venv, folder, endpoint_port):
    port = free_port()
    environment = dict(
        os.environ, DATA_DIR=f"{folder}/data", WEBUI_AUTH="False", OFFLINE_MODE="True",
        HF_HUB_OFFLINE="1", ENABLE_OLLAMA_API="False", OPENAI_API_KEY="none",
        OPENAI_API_BASE_URL=f"http://127.0.0.1:{endpoint_port}/v1", WEBUI_SECRET_KEY="bench",
        ENABLE_TITLE_GENERATION="False", ENABLE_TAGS_GENERATION="False",
        ENABLE_FOLLOW_UP_GENERATION="False", ENABLE_AUTOCOMPLETE_GENERATION="False",
        ENABLE_VERSION_UPDATE_CHECK="False", RAG_EMBEDDING_ENGINE="openai",
        BYPASS_EMBEDDING_AND_RETRIEVAL="True", ENABLE_PERSISTENT_CONFIG="False",
        ANONYMIZED_TELEMETRY="False", SCARF_NO_ANALYTICS="true", DO_NOT_TRACK="true")
    environment.pop("PYTHONPATH", None)
    with open(f"{folder}/server.log", "w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [f"{venv}/bin/open-webui", "serve", "--host", "127.0.0.1", "--port", str(port)],
            env=environment, stdout=log, stderr=log)
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2).read()
            return server, port
        except OSError:
            if server.poll() is not None or time.monotonic() > end:
                sys.exit(open(f"{folder}/server.log", encoding="utf-8").read()[-3000:])
            time.sleep(0.5)


class Page:
    """The one tab of a Chromium, worked by its debugging protocol."""

    def __init__(self, websocket, folder, address):
        self.browser = subprocess.Popen(
            ["chromium", "--no-sandbox", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-gpu", "--password-store=basic",
             "--window-size=1400,900",
             "--remote-debugging-port=0", "--remote-allow-origins=*",
             f"--user-data-dir={folder}/profile", address],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.numAsked = 0
        port = self._debug_port(folder)
        tabs = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
        tab = next(tab for tab in tabs if tab["type"] == "page")
        self.socket = websocket.create_connection(tab["webSocketDebuggerUrl"], timeout=PATIENCE)

    def _debug_port(self, folder):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            for name in glob.glob(f"{folder}/profile/DevToolsActivePort"):
                lines = open(name, encoding="utf-8").read().split()
                if lines:
                    time.sleep(1)
                    return int(lines[0])
            time.sleep(0.2)
        sys.exit("chromium did not open its debugging port")

    def call(self, method, **parameters):
        self.numAsked += 1
        self.socket.send(json.dumps({"id": self.numAsked, "method": method,
                                     "params": parameters}))
        while True:
            reply = json.loads(self.socket.recv())
            if reply.get("id") == self.numAsked:
                return reply.get("result", {})

    def value_of(self, script):
        return self.call("Runtime.evaluate", expression=script,
                         returnByValue=True).get("result", {}).get("value")

    def wait_for(self, what, script, patience=PATIENCE):
        end = time.monotonic() + patience
        while not self.value_of(script):
            if time.monotonic() > end:
                words = self.value_of("document.body.innerText.slice(0, 2000)")
                sys.exit(f"{what} did not appear; the page says: {words}")
            time.sleep(0.5)

    def ask(self, words):
        self.wait_for("the field", "!!document.querySelector('#chat-input')")
        self.value_of("document.querySelector('#chat-input').focus()")
        self.call("Input.insertText", text=words)
        self.wait_for("the sent question", SENT)

    def is_answering(self):
        return "!!document.querySelector('button[aria-label*=\"Stop\" i], #stop-response-button')"


def main():
    build, lines, seconds, venv = (sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    sys.path.extend(glob.glob(f"{venv}/lib/python3*/site-packages"))
    import websocket  # pylint: disable=import-outside-toplevel

    endpoint, endpoint_port = question.start_endpoint(build)
    with tempfile.TemporaryDirectory() as folder:
        server, port = start_server(venv, folder, endpoint_port)
        page = None
        try:
            page = Page(websocket, folder, f"http://127.0.0.1:{port}/")
            page.ask(question.above(lines))
            question.wait_until_asked(endpoint)
            page.wait_for("its end", f"!({page.is_answering()})")
            page.ask(question.streamed(seconds))
            question.wait_until_asked(endpoint)
            time.sleep(question.SETTLE)
            before = process_tree.seconds(server.pid)
            print(question.figure("window_cpu", page.browser.pid, seconds))
            print(f"server_cpu={100 * (process_tree.seconds(server.pid) - before) / seconds:.2f}")
            print(f"memory={process_tree.megabytes(page.browser.pid):.1f}")
            print(f"server_memory={process_tree.megabytes(server.pid):.1f}")
            if not page.value_of(page.is_answering()):
                sys.exit("the answer ended too soon, or was not seen to come")
        finally:
            for process in (page and page.browser, server):
                if process:
                    process.kill()
            endpoint.stdin.close()


if __name__ == "__main__":
    main()
