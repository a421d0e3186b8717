# SPDX-License-Identifier: EUPL-1.2
"""Compose, Kubernetes and systemd: valid by their own schemas, refused with a fault, and with settings that the program knows."""

import copy
import ipaddress
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import kubernetes_validate
from ruamel.yaml import YAML

from told import ROOT, command, hold

DEPLOY = ROOT / "deploy"
KUBERNETES = "1.31"
# The worst that systemd may say of the hardening, of 10.
EXPOSURE = "2"


def settings_of(program, variables=(), *options):
    """The lines of `taalbrug config` with these variables."""
    values = {"DRAIN": "5", "LOG_FORMAT": "json", "LOG": "info"}
    named = {name: values.get(name.removeprefix("TAALBRUG_"), "x") for name in variables}
    env = {name: value for name, value in os.environ.items() if not name.startswith("TAALBRUG_")} | named
    done = subprocess.run([program, "config", *options], env=env, capture_output=True, text=True, cwd=ROOT)
    return done.stdout if done.returncode == 0 else ""


def hold_settings(program, variables, where):
    told = settings_of(program, variables)
    unknown = [name for name in variables if f"(environment): {name}\n" not in told]
    hold(variables and not unknown, f"every setting of {where} exists {unknown or ''}")


def compose(program):
    path = DEPLOY / "compose.yaml"
    check = [command("check-jsonschema"), "--builtin-schema", "vendor.compose-spec", "--default-filetype", "yaml"]
    done = subprocess.run([*check, str(path)], capture_output=True, text=True)
    hold(done.returncode == 0, f"compose.yaml is valid {done.stdout if done.returncode else ''}")
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as broken:
        broken.write(path.read_text().replace("read_only: true", "readonly: true"))
        broken.flush()
        hold(subprocess.run([*check, broken.name], capture_output=True).returncode == 1, "and is refused with a fault")
    file = YAML(typ="safe").load(path.read_text())
    own = {name: service for name, service in file["services"].items() if name.startswith("taalbrug")}
    for service in own.values():
        hold_settings(program, list(service["environment"]), "compose.yaml")
    upstreams = re.findall(r"server (taalbrug-\d+):8080", (DEPLOY / "nginx.conf").read_text())
    hold(sorted(upstreams) == sorted(own), "the proxy knows the replicas of compose.yaml")
    inside = ipaddress.ip_network(file["networks"]["inside"]["ipam"]["config"][0]["subnet"])
    stay = [ipaddress.ip_address(service["networks"]["inside"]["ipv4_address"]) for service in own.values()]
    hold(len(set(stay)) == len(own) and all(address in inside for address in stay), "each replica has an address that stays")
    wanted = set(re.findall(r"\$\{(\w+):\?", path.read_text()))
    offered = set(re.findall(r"^(\w+)=", (DEPLOY / "env.example").read_text(), re.M))
    hold(wanted <= offered, "env.example has what compose.yaml cannot do without")


def refused(manifest):
    try:
        kubernetes_validate.validate(manifest, KUBERNETES, strict=True)
    except kubernetes_validate.ValidationError as fault:
        return fault.message
    return None


def kubernetes(program):
    text = (DEPLOY / "kubernetes" / "taalbrug.yaml").read_text()
    manifests = {manifest["kind"]: manifest for manifest in YAML(typ="safe").load_all(text)}
    for kind, manifest in manifests.items():
        why = refused(manifest)
        hold(why is None, f"Kubernetes: {kind} is valid for {KUBERNETES} {why or ''}")
    broken = copy.deepcopy(manifests["Deployment"])
    broken["spec"]["template"]["spec"]["containers"][0]["readinessProb"] = {}
    hold(refused(broken), "Kubernetes: a misspelt key is refused")

    spec = manifests["Deployment"]["spec"]
    pod = spec["template"]["spec"]
    container = pod["containers"][0]
    labels = spec["template"]["metadata"]["labels"]
    chosen = {
        "Deployment": spec["selector"]["matchLabels"],
        "Service": manifests["Service"]["spec"]["selector"],
        "PodDisruptionBudget": manifests["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
        "NetworkPolicy": manifests["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"],
    }
    hold(all(choice == labels for choice in chosen.values()), "Kubernetes: all choose the pods of the deployment")
    ports = {port["name"]: str(port["containerPort"]) for port in container["ports"]}
    probes = [container[name]["httpGet"] for name in ("startupProbe", "livenessProbe", "readinessProbe")]
    let_in = [port["port"] for rule in manifests["NetworkPolicy"]["spec"]["ingress"] for port in rule["ports"]]
    named = [probe["port"] for probe in probes] + let_in + [port["targetPort"] for port in manifests["Service"]["spec"]["ports"]]
    hold(set(named) <= set(ports), "Kubernetes: every port that is named is there")
    data = manifests["ConfigMap"]["data"]
    listens = {data["TAALBRUG_LISTEN"].split(":")[1], data["TAALBRUG_OPERATOR_LISTEN"].split(":")[1]}
    hold(listens == set(ports.values()), "Kubernetes: the service listens where the ports are")
    hold_settings(program, list(data), "the manifests")
    rolling = spec["strategy"]["rollingUpdate"]
    hold(rolling["maxUnavailable"] == 0 and spec["replicas"] > manifests["PodDisruptionBudget"]["spec"]["minAvailable"], "Kubernetes: a new version takes no replica away")
    hold(pod["terminationGracePeriodSeconds"] >= int(data["TAALBRUG_DRAIN"]) + 30, "Kubernetes: a stop has time for what is running")
    safe = container["securityContext"]
    hold(safe["readOnlyRootFilesystem"] and not safe["allowPrivilegeEscalation"] and pod["securityContext"]["runAsNonRoot"], "Kubernetes: no rights that are not needed")
    hold(manifests["NetworkPolicy"]["spec"]["egress"] == [], "Kubernetes: the service calls nobody")
    hold(not container["image"].endswith(":latest") and ":" in container["image"], "Kubernetes: the image has a version")


def systemd(program):
    unit = DEPLOY / "systemd" / "taalbrug.service"
    with tempfile.TemporaryDirectory() as place:
        copied = pathlib.Path(place) / unit.name
        # The program lies elsewhere here.
        copied.write_text(unit.read_text().replace("/usr/local/bin/taalbrug", program))
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(copied)], capture_output=True, text=True)
        mine = [line for line in done.stderr.splitlines() if unit.name in line]
        hold(done.returncode == 0 and not mine, f"systemd: the unit is sound {mine or ''}")
        copied.write_text(copied.read_text().replace("ProtectHome=yes", "ProtectHom=yes"))
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(copied)], capture_output=True, text=True)
        hold("ProtectHom" in done.stderr, "systemd: a misspelt key is told")
    rated = ["systemd-analyze", "security", "--offline=yes", "--threshold=" + EXPOSURE + "0", str(unit)]
    done = subprocess.run(rated, capture_output=True, text=True)
    hold(done.returncode == 0, f"systemd: {done.stdout.strip().splitlines()[-1]}")
    path = DEPLOY / "systemd" / "taalbrug.toml"
    told = settings_of(program, (), "--config", str(path))
    hold(told.count("(file): ") == 7, "systemd: every setting of taalbrug.toml exists")
    with tempfile.TemporaryDirectory() as place:
        # Everything that it offers, filled in.
        full = re.sub(r"^# (\S+ = )", r"\1", path.read_text(), flags=re.M)
        full = re.sub(r'"/srv/taalbrug/glossary"', f'"{ROOT / "glossary"}"', full).replace("/var/lib/taalbrug/index", place + "/index")
        whole = pathlib.Path(place) / "taalbrug.toml"
        whole.write_text(re.sub(r":(8080|9090)", ":0", full))
        done = subprocess.run([program, "doctor", "--config", str(whole)], capture_output=True, text=True, cwd=place)
        hold(done.returncode == 0, f"systemd: with all of it filled in, doctor finds nothing wrong {done.stdout if done.returncode else ''}")


def check(program):
    compose(program)
    kubernetes(program)
    if shutil.which("systemd-analyze"):
        systemd(program)
    else:
        hold(False, "systemd-analyze is not here: install systemd")
