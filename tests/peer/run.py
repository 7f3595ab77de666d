"""m3 against a server that others wrote: `transformers serve` with a tiny random model.

Usage: run.py M3    (a Python with transformers, torch, fastapi, uvicorn, openai)

Prints a line a check and ends with 1 when one failed.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
QUESTION = "the quick brown"
PATIENCE = 300  # a busy machine loads its libraries for minutes


class Checks:
    def __init__(self):
        self.failed = 0

    def check(self, what, good, detail=""):
        self.failed += not good
        print(f"{'ok  ' if good else 'FAIL'}  {what}{'' if good else '  ' + str(detail)[-400:]}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def post(url, body):
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)


def wait_for(url, server):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            time.sleep(0.3)
    sys.exit("the server does not answer")


class M3:
    def __init__(self, program, folder):
        self.program = program
        self.environment = dict(
            os.environ, XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data"
        )

    def run(self, *arguments):
        return subprocess.run(
            [self.program, *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PATIENCE,
            stdin=subprocess.DEVNULL,
        )

    def start(self, *arguments):
        return subprocess.Popen(
            [self.program, *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
        )


def check_answers(checks, m3, url, model):
    own = post(
        f"{url}/chat/completions",
        {
            "model": model,
            "messages": [{"role": "user", "content": QUESTION}],
            "max_tokens": 24,
            "stream": False,
        },
    )
    expected = own["choices"][0]["message"]["content"]
    asked = m3.run("ask", "--endpoint", "peer", "--max-tokens", "24", QUESTION)
    checks.check("m3 ask answers", asked.returncode == 0, asked.stderr)
    checks.check(
        "the same text as unstreamed", asked.stdout.rstrip("\n") == expected.rstrip("\n"),
        (asked.stdout, expected),
    )
    checks.check("usage is told", f"prompt {own['usage']['prompt_tokens']} tokens" in asked.stderr,
                 (asked.stderr, own["usage"]))
    lines = m3.run("ask", "--endpoint", "peer", "--json", "--max-tokens", "24", QUESTION)
    events = [json.loads(line) for line in lines.stdout.splitlines()]
    text = "".join(e["text"] for e in events if e["event"] == "text")
    checks.check("--json holds the same text", text == expected, (text, expected))
    checks.check("--json ends with done", any(e["event"] == "done" for e in events), events[-2:])


def check_stop(checks, m3):
    """Ctrl-C as soon as something of the answer has come."""
    process = m3.start("ask", "--endpoint", "peer", "--max-tokens", "400", QUESTION)
    first = process.stdout.read(1)
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate(timeout=PATIENCE)
    checks.check("Ctrl-C ends with 1", process.returncode == 1, errors)
    document = json.loads(m3.run("export").stdout)
    turns = [t for s in document["sessions"] for t in s["turns"]]
    stopped = [t for t in turns if t["ending"]["state"] == "interrupted"]
    kept = stopped[0]["parts"][0]["text"] if stopped and stopped[0]["parts"] else None
    printed = (first + rest).decode(errors="replace")
    checks.check(
        "and what came is kept", kept is not None and printed.rstrip("\n") == kept.rstrip("\n"),
        (printed, kept),
    )


def check_refusals(checks, m3, url):
    wrong = m3.run("ask", "--endpoint", "peer", "--model", "no/such-model", "?")
    checks.check("an unknown model is an error", wrong.returncode == 1, wrong.stdout)
    print("      ", wrong.stderr.strip().splitlines()[-1][:150])
    nowhere = m3.run("ask", "--endpoint", url.replace("/v1", "/v7"), "--model", "m", "?")
    checks.check("a wrong path is an error", nowhere.returncode == 1, nowhere.stdout)
    print("      ", nowhere.stderr.strip().splitlines()[-1][:150])


def main():
    program = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        model = f"{folder}/model"
        subprocess.run([sys.executable, HERE / "tiny_model.py", model], check=True,
                       capture_output=True)
        port = free_port()
        url = f"http://127.0.0.1:{port}/v1"
        log = open(f"{folder}/log", "w")
        Path(f"{folder}/cache/hub").mkdir(parents=True)  # its list of models wants one
        server = subprocess.Popen(
            [sys.executable, "-m", "transformers.cli.transformers", "serve", model,
             "--host", "127.0.0.1", "--port", str(port), "--device", "cpu"],
            stdout=log, stderr=log, env=dict(os.environ, HF_HOME=f"{folder}/cache"),
        )
        checks = Checks()
        try:
            wait_for(f"http://127.0.0.1:{port}/health", server)
            m3 = M3(program, folder)
            added = m3.run("endpoints", "add", "peer", "--url", url, "--model", model)
            checks.check("m3 endpoints add", added.returncode == 0, added.stderr)
            probed = m3.run("endpoints", "probe", "peer", "--ask", "--keep")
            checks.check("m3 endpoints probe --ask", probed.returncode == 0, probed.stderr)
            print("      ", probed.stdout.strip().replace("\n", " | ")[:150])
            check_answers(checks, m3, url, model)
            check_stop(checks, m3)
            check_refusals(checks, m3, url)
        finally:
            server.terminate()
            server.wait(timeout=20)
        if checks.failed:
            print(Path(f"{folder}/log").read_text()[-2000:])
        sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
