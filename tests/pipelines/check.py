# SPDX-License-Identifier: EUPL-1.2
"""The pipelines of docs/pipelines do what they say: their own commands, taken from the YAML, in a repository made for it.

Usage: check.py TAALBRUG, with the Python of an environment that holds check-jsonschema (and with it ruamel.yaml). A small forge of
our own on this machine takes the comments; nothing leaves it. Ends with 1 when something is not as it should be.
"""

import hashlib
import http.server
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import urllib.parse

from ruamel.yaml import YAML

ROOT = pathlib.Path(__file__).resolve().parents[2]
PIPELINES = ROOT / "docs" / "pipelines"
SCHEMAS = {
    "github.yml": "vendor.github-workflows",
    "github-bericht.yml": "vendor.github-workflows",
    "forgejo.yml": "vendor.github-workflows",
    "gitlab.yml": "vendor.gitlab-ci",
}
# What the project itself uses is what it offers.
COPIES = {
    "github.yml": [".github/workflows/taalbrug.yml"],
    "github-bericht.yml": [".github/workflows/taalbrug-bericht.yml"],
    "gitlab.yml": [".gitlab-ci.yml"],
    "forgejo.yml": [".forgejo/workflows/taalbrug.yml"],
    "voorstel.md": [
        ".github/pull_request_template.md",
        ".gitlab/merge_request_templates/Default.md",
        ".forgejo/pull_request_template.md",
    ],
}
MARK = "<!-- taalbrug diff -->"
faults = []


def hold(truth, what):
    print(f"{'ok  ' if truth else 'FAIL'} {what}")
    if not truth:
        faults.append(what)


def read(name):
    return YAML(typ="safe").load((PIPELINES / name).read_text())


def steps_of(workflow):
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def look_at_files():
    """What can be seen without running: schemas, copies, pins, rights, and that nothing of a proposal gets into a shell."""
    for name, schema in SCHEMAS.items():
        tool = pathlib.Path(sys.executable).parent / "check-jsonschema"
        done = subprocess.run([tool, "--builtin-schema", schema, PIPELINES / name], capture_output=True, text=True)
        hold(done.returncode == 0, f"{name} fits {schema} {done.stdout if done.returncode else ''}")
    for name, copies in COPIES.items():
        for copy in copies:
            hold((ROOT / copy).read_text() == (PIPELINES / name).read_text(), f"{copy} is {name}")
    for name in ["github.yml", "github-bericht.yml", "forgejo.yml"]:
        workflow, text = read(name), (PIPELINES / name).read_text()
        uses = [step["uses"] for step in steps_of(workflow) if "uses" in step]
        hold(all(re.search(r"@[0-9a-f]{40}$", action) for action in uses), f"{name}: every action is pinned to a commit")
        runs = [step["run"] for step in steps_of(workflow) if "run" in step]
        hold(not any("${{" in run for run in runs), f"{name}: no expression stands in a shell command")
        hold("pull_request_target" not in text, f"{name}: no proposal runs with the rights of the main branch")
        checkouts = [step for step in steps_of(workflow) if "actions/checkout" in step.get("uses", "")]
        hold(all(step["with"]["persist-credentials"] is False for step in checkouts), f"{name}: no credentials stay behind")
    hold(read("github.yml")["permissions"] == {"contents": "read"}, "github.yml may only read")
    comment = read("github-bericht.yml")
    hold(
        comment["permissions"] == {} and not any("actions/checkout" in step.get("uses", "") for step in steps_of(comment)),
        "github-bericht.yml has no rights but its own and fetches nothing of a proposal",
    )
    for name in ["github.yml", "forgejo.yml"]:
        fetches = {step["run"] for step in steps_of(read(name)) if step.get("name") == "Haal Taalbrug op"}
        hold(len(fetches) == 1, f"{name}: the program is fetched in one way")
        hold(read(name)["env"] == {"TAALBRUG_URL": "", "TAALBRUG_SHA256": ""}, f"{name}: the place of the program is left open")


def program():
    """What is fetched: a few bytes that run the program that was built, which is large."""
    return f'#!/bin/sh\nexec "{os.path.abspath(sys.argv[1])}" "$@"\n'.encode()


class Forge(http.server.BaseHTTPRequestHandler):
    """Comments of one proposal, as the three forges take them."""

    comments = []
    asked = []

    def answer(self, value, status=200):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        path = urllib.parse.urlsplit(self.path)
        if path.path == "/program":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(program())
        elif path.path.endswith("/pulls"):
            Forge.asked.append(urllib.parse.parse_qs(path.query))
            self.answer([{"number": 6, "head": {"sha": "other"}}, {"number": 7, "head": {"sha": "abc"}}])
        elif path.path.endswith("/user"):
            self.answer({"id": 42})
        else:
            self.answer(Forge.comments)

    def body(self):
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]

    def do_POST(self):
        author = {"Bearer": "github-actions[bot]", "token": "forgejo-actions"}.get(
            self.headers.get("Authorization", "").split(" ")[0], "project_bot"
        )
        Forge.comments.append(
            {"id": len(Forge.comments) + 1, "body": self.body(), "user": {"login": author}, "author": {"id": 42}, "on": self.path}
        )
        self.answer({}, 201)

    def do_PATCH(self):
        wanted = int(self.path.rsplit("/", 1)[1])
        next(comment for comment in Forge.comments if comment["id"] == wanted)["body"] = self.body()
        self.answer({})

    do_PUT = do_PATCH

    def log_message(self, *_):
        pass


class Proposal:
    """A repository with the small glossary of the tests, and a branch that is merged into main as GitHub does for a look."""

    def __init__(self, file, old, new):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        example = ROOT / "src" / "diagnostic" / "example"
        for source in example.rglob("*.toml"):
            inner = source.relative_to(example)
            if inner.parts[0] == "voorbeeldstad":
                rest = inner.parts[1:]
                inner = pathlib.Path("local/voorbeeldstad", *(rest if rest == ("place.toml",) else ("terms", *rest)))
            elif inner.stem not in ["glossary", "actors", "sources", "legal"]:
                inner = pathlib.Path("terms") / inner
            self.write(inner, source.read_text())
        self.git("init", "-q", "-b", "main")
        self.commit("begin")
        self.base = self.git("rev-parse", "HEAD")
        self.git("checkout", "-q", "-b", "voorstel")
        text = (self.path / "glossary" / file).read_text()
        assert old in text, (file, old)
        self.write(file, text.replace(old, new, 1))
        self.commit("voorstel")
        self.head = self.git("rev-parse", "HEAD")
        self.git("checkout", "-q", "main")
        self.write("README.md", "Intussen.\n")
        self.commit("intussen")
        self.main = self.git("rev-parse", "HEAD")
        self.git("merge", "-q", "--no-ff", "-m", "samen", "voorstel")
        self.merged = self.git("rev-parse", "HEAD")

    def write(self, inner, text):
        file = self.path / "glossary" / inner
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def git(self, *arguments):
        who = ["-c", "user.name=Redactie", "-c", "user.email=redactie@voorbeeld.example"]
        done = subprocess.run(["git", *who, *arguments], cwd=self.path, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def stand_on(self, commit):
        self.git("checkout", "-q", "--detach", commit)
        self.git("clean", "-fdqx")


def environment(tools, more):
    """What a runner gives: paths, no secrets but those of the test. Debian's packages are here already, so apt-get does nothing."""
    stub = tools / "stub"
    stub.mkdir(exist_ok=True)
    (stub / "apt-get").write_text("#!/bin/sh\n")
    (stub / "apt-get").chmod(0o755)
    return {"PATH": f"{stub}:{os.environ['PATH']}", "HOME": str(tools), "LANG": "C.UTF-8", **more}


def shell(script, folder, env):
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=folder, env=env, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def run_workflow(name, proposal, given, expressions):
    """The jobs of a workflow of GitHub or Forgejo: whether each ended well, and what all steps said."""
    workflow, outcomes, said = read(name), {}, ""
    fork = expressions.get("fork", False)
    with tempfile.TemporaryDirectory() as folder:
        tools = pathlib.Path(folder)
        for job_name, job in workflow["jobs"].items():
            path_file, summary = tools / "path", tools / "summary"
            path_file.write_text("")
            summary.write_text("")
            good, added = True, ""
            for step in job["steps"]:
                condition = str(step.get("if", ""))
                goes_on = "always()" in condition or "cancelled()" in condition
                if "run" not in step or not (good or goes_on) or (fork and "full_name" in condition):
                    continue
                env = {key: fill(value, expressions) for key, value in {**workflow.get("env", {}), **step.get("env", {})}.items()}
                env |= {"GITHUB_PATH": str(path_file), "GITHUB_STEP_SUMMARY": str(summary), **given}
                env = environment(tools, env)
                env["PATH"] = added + env["PATH"]
                code, told = shell(step["run"], proposal.path, env)
                said += told
                added = "".join(f"{line}:" for line in path_file.read_text().splitlines())
                good = good and (code == 0 or step.get("continue-on-error", False))
            outcomes[job_name] = good
            said += summary.read_text()
    return outcomes, said


def fill(value, expressions):
    return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda found: expressions[found[1]], str(value))


def run_gitlab(proposal, given):
    pipeline, outcomes, said = read("gitlab.yml"), {}, ""
    with tempfile.TemporaryDirectory() as folder:
        for name, job in pipeline.items():
            if name.startswith(".") or name == "variables" or (name == "taalbrug-bericht" and "TAALBRUG_TOKEN" not in given):
                continue
            lines = pipeline[job["extends"]]["before_script"] + job["script"]
            env = environment(pathlib.Path(folder), {**pipeline["variables"], **given})
            code, told = shell("\n".join(lines), proposal.path, env)
            outcomes[name] = code == 0
            said += told
    return outcomes, said


def comments_of(author=None):
    return [comment for comment in Forge.comments if author in (None, comment["user"]["login"])]


def play(server):
    """The three outcomes on the three forges."""
    address = f"http://127.0.0.1:{server.server_address[1]}"
    digest = hashlib.sha256(program()).hexdigest()
    place = {"TAALBRUG_URL": f"{address}/program", "TAALBRUG_SHA256": digest}
    term = "terms/melding.toml"
    proposals = {
        "a draft under a signed verdict": (Proposal(term, "Binnenkomst van een signaal bij de politie.", "Ontvangst van een signaal bij de politie."), True, False),
        "a finding": (Proposal(term, "label = \"melding\"", "labell = \"melding\""), False, False),
        "a confirmed text without a signature": (
            Proposal(term, "Verzoek van een inwoner om ondersteuning.", "Verzoek van een inwoner om directe ondersteuning."),
            True,
            False,
        ),
        "a draft word": (Proposal("terms/signaal.toml", "explanation = \"", "explanation = \"Kort: "), True, True),
    }
    for what, (proposal, sound, signed) in proposals.items():
        for forge in ["github", "forgejo", "gitlab"]:
            del Forge.comments[:]
            outcomes, said = on_forge(forge, proposal, address, place)
            check, meaning = ("taalbrug-controle", "taalbrug-betekenis") if forge == "gitlab" else ("controle", "betekenis")
            hold(outcomes[check] == sound, f"{forge}, {what}: the check {'is green' if sound else 'finds it'}{'' if outcomes[check] == sound else said}")
            hold(outcomes[meaning] == signed, f"{forge}, {what}: the signatures {'are enough' if signed else 'are missed'}{'' if outcomes[meaning] == signed else said}")
            bodies = [comment["body"] for comment in Forge.comments]
            hold(len(bodies) == 1 and bodies[0].startswith(MARK), f"{forge}, {what}: one comment, after two runs")
            if sound:
                hold("Wat deze wijziging betekent" in bodies[0], f"{forge}, {what}: the comment says what it means")
                hold((proposal.path / "voorbeeld" / "index.html").exists(), f"{forge}, {what}: there is a preview")
    refuse_what_is_not_ours(proposals["a draft word"][0], address, place)


def on_forge(forge, proposal, address, place):
    """A proposal that is pushed twice; the second time its comment is renewed."""
    for _ in range(2):
        api = {"GITHUB_API_URL": address, "GITHUB_REPOSITORY": "voorbeeld/woorden", **place}
        if forge == "github":
            proposal.stand_on(proposal.merged)
            outcomes, said = run_workflow("github.yml", proposal, api, {})
            event = "github.event.workflow_run"
            expressions = {
                "github.token": "geheim",
                f"{event}.head_repository.owner.login": "voorbeeld",
                f"{event}.head_branch": "voorstel & $(kwaad)",
                f"{event}.head_sha": "abc",
            }
            comment, told = run_workflow("github-bericht.yml", proposal, api, expressions)
            hold(comment["bericht"], f"github: the comment is placed {'' if comment['bericht'] else told}")
            hold(Forge.asked[-1] == {"state": ["open"], "head": ["voorbeeld:voorstel & $(kwaad)"]}, "github: a branch is data")
            hold(all("/issues/7/" in comment["on"] for comment in Forge.comments), "github: the comment goes to its own proposal")
        elif forge == "forgejo":
            proposal.stand_on(proposal.head)
            pull = "github.event.pull_request"
            expressions = {"github.token": "geheim", f"{pull}.base.sha": proposal.main, f"{pull}.number": "7"}
            outcomes, said = run_workflow("forgejo.yml", proposal, api, expressions)
        else:
            proposal.stand_on(proposal.head)
            outcomes, said = run_gitlab(
                proposal,
                {
                    **place,
                    "TAALBRUG_TOKEN": "geheim",
                    "CI_API_V4_URL": address,
                    "CI_PROJECT_ID": "1",
                    "CI_MERGE_REQUEST_IID": "7",
                    "CI_MERGE_REQUEST_DIFF_BASE_SHA": proposal.base,
                },
            )
    return outcomes, said


def refuse_what_is_not_ours(proposal, address, place):
    """No program without its digest, none from nowhere, and no comment on a proposal of a fork by the pipeline of that fork."""
    proposal.stand_on(proposal.head)
    pull = "github.event.pull_request"
    expressions = {"github.token": "geheim", f"{pull}.base.sha": proposal.main, f"{pull}.number": "7", "fork": True}
    for what, given, told in [
        ("a program with another digest", {**place, "TAALBRUG_SHA256": "0" * 64}, "FAILED"),
        ("no place of the program", {"TAALBRUG_URL": "", "TAALBRUG_SHA256": ""}, "Vul TAALBRUG_URL en TAALBRUG_SHA256 in"),
    ]:
        outcomes, said = run_workflow("github.yml", proposal, given, {})
        hold(not any(outcomes.values()) and told in said, f"github, {what}: nothing runs, and it is told {said if told not in said else ''}")
        outcomes, said = run_gitlab(proposal, {**given, "CI_MERGE_REQUEST_DIFF_BASE_SHA": proposal.base})
        hold(not any(outcomes.values()) and told in said, f"gitlab, {what}: nothing runs, and it is told")
    del Forge.comments[:]
    outcomes, _ = run_workflow("forgejo.yml", proposal, {"GITHUB_API_URL": address, "GITHUB_REPOSITORY": "v/w", **place}, expressions)
    hold(outcomes["betekenis"] and not Forge.comments, "forgejo, a fork: a report and no comment")


def main():
    look_at_files()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Forge)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    play(server)
    server.shutdown()
    if faults:
        print(f"{len(faults)} of the pipelines' promises do not hold")
        sys.exit(1)


if __name__ == "__main__":
    main()
