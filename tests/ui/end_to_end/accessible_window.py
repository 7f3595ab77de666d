"""A running trifold as assistive programs see it: found, read and worked by its accessibility tree.

Nothing here knows where on the screen a thing is; names and roles are all there is.
"""

import os
import subprocess
import time

import pyatspi

PATIENCE = float(os.environ.get("TRIFOLD_PATIENCE", "20"))


class Missing(Exception):
    """What was looked for did not appear in time."""


def wait_for(what, look, patience=None):
    """What `look` gives as soon as it gives something."""
    end = time.monotonic() + (patience or PATIENCE)
    while True:
        try:
            found = look()
        except Exception as error:  # an object that went away meanwhile
            if type(error).__name__ not in ("Error", "GError", "RuntimeError"):
                raise
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Missing(f"{what} did not appear")
        time.sleep(0.05)


class Window:
    """The program and the first window of it."""

    def __init__(self, program, environment, arguments=()):
        self.process = subprocess.Popen([program, *arguments], env=environment,
                                        stderr=subprocess.PIPE)
        self.frame = wait_for("the window", self._frame)

    def _frame(self):
        if self.process.poll() is not None:
            raise Missing("trifold ended: " + self.process.stderr.read().decode())
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.process.pid:
                for child in application:
                    if child is not None and child.getRoleName() == "frame":
                        return child
        return None

    def close(self):
        """As the user does it; the exit code."""
        self.press("Quit", role="menu item")
        return self.process.wait(PATIENCE)

    def kill(self):
        self.process.kill()
        self.process.wait(PATIENCE)

    # -- finding ---------------------------------------------------------------------------------

    def each(self, role=None):
        """Every object of the window, depth first."""
        pending = [self.frame]
        while pending:
            here = pending.pop()
            if here is None:
                continue
            if role is None or here.getRoleName() == role:
                yield here
            pending.extend(reversed([here.getChildAtIndex(i) for i in range(here.childCount)]))

    def look_for(self, name, role=None, showing=True):
        for here in self.each(role):
            if name in (here.name or ""):
                if not showing or here.getState().contains(pyatspi.STATE_SHOWING):
                    return here
        return None

    def find(self, name, role=None, showing=True, patience=None):
        return wait_for(f'"{name}"', lambda: self.look_for(name, role, showing), patience)

    def text_of(self, here):
        text = here.queryText()
        return text.getText(0, text.characterCount)

    def all_text(self):
        """Everything that is said by names and texts; for failures, too."""
        said = []
        for here in self.each():
            try:
                said.append(self.text_of(here))
            except NotImplementedError:
                said.append(here.name or "")
        return "\n".join(part for part in said if part)

    def turns(self):
        """What stands in the conversation, one text a turn's half."""
        view = self.find("Conversation", role="list")
        texts = []
        for index in range(view.childCount):
            item = view.getChildAtIndex(index)
            try:
                texts.append(f"{item.name}\n{self.text_of(item)}")
            except NotImplementedError:
                texts.append(item.name or "")
        return texts

    def wait_for_words(self, words, patience=None):
        wait_for(f'"{words}" in the conversation',
                 lambda: any(words in text for text in self.turns()), patience)

    # -- doing -----------------------------------------------------------------------------------

    def press(self, name, role=None):
        """As soon as it is there; one that goes away between look and press is looked for again."""
        wait_for(f'"{name}"', lambda: self._pressed(name, role))

    def _pressed(self, name, role):
        here = self.look_for(name, role, showing=role != "menu item")
        if here is None:
            return False
        action = here.queryAction()
        named = [index for index in range(action.nActions)
                 if action.getName(index) in ("Press", "press", "Trigger", "Toggle", "click")]
        action.doAction(named[0] if named else 0)
        return True

    def write(self, name, text):
        """Replaces what stands in that field."""
        here = wait_for(f'the field "{name}"', lambda: self._field(name))
        here.queryEditableText().setTextContents(text)

    def _field(self, name):
        for here in self.each():
            if (here.name or "") == name and here.getState().contains(pyatspi.STATE_EDITABLE):
                return here
        return None
