"""The files in ops/: readable by the programs they are for, and naming only settings and commands that exist."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from landsea.cli import list_own_commands

OPS = Path(settings.ROOT) / "ops"
FILES = sorted(path for path in OPS.rglob("*") if path.is_file())
SETTINGS = (OPS.parent / "docs/operators/settings.md").read_text() + (
    OPS.parent / "docs/operators/running.md"
).read_text()


def run(*command, cwd=None):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(OPS).as_posix())
def test_every_setting_and_command_that_is_named_exists(file):
    text = file.read_text()
    for name in set(re.findall(r"\b(?:LANDSEA_[A-Z_]+|DATABASE_URL)\b", text)):
        assert f"`{name}`" in SETTINGS, f"{name} is no setting"
    called = set(re.findall(r"bin/landsea ([a-z-]+)", text)) | set(re.findall(r'"landsea", "([a-z-]+)"', text))
    unknown = called - set(list_own_commands())
    assert not unknown - {"messages"}, f"landsea has no {unknown}"


@pytest.mark.parametrize("file", [one for one in FILES if one.suffix in (".yaml", ".yml")], ids=lambda file: file.name)
def test_yaml_is_read(file):
    assert all(isinstance(part, dict) for part in yaml.safe_load_all(file.read_text()))


def test_compose_starts_web_and_worker_after_the_tables_are_there():
    services = yaml.safe_load((OPS / "compose/compose.yaml").read_text())["services"]
    for name in ("web", "worker"):
        assert services[name]["depends_on"]["prepare"]["condition"] == "service_completed_successfully"
    assert "pgvector" in services["database"]["image"]


def kubernetes_parts(kind):
    parts = yaml.safe_load_all((OPS / "kubernetes/landsea.yaml").read_text())
    return {part["metadata"]["name"]: part["spec"] for part in parts if part["kind"] == kind}


def test_kubernetes_probes_ask_what_there_is(client):
    for spec in kubernetes_parts("Deployment").values():
        assert spec["selector"]["matchLabels"] == spec["template"]["metadata"]["labels"]
        for container in spec["template"]["spec"]["containers"]:
            opened = [port["containerPort"] for port in container.get("ports", [])]
            for probe in (container[one] for one in ("livenessProbe", "readinessProbe") if one in container):
                if "httpGet" in probe:
                    assert probe["httpGet"]["path"] in {"/health/live", "/health/ready"}
                assert (probe.get("httpGet") or probe["tcpSocket"])["port"] in opened


def test_kubernetes_services_lead_to_ports_that_are_open():
    deployments = kubernetes_parts("Deployment")
    services = kubernetes_parts("Service")
    assert set(services) == {"landsea-web", "landsea-mail-in"}
    for name, spec in services.items():
        pod = deployments[spec["selector"]["app"]]["template"]["spec"]
        assert spec["selector"]["app"] == name
        opened = {port["containerPort"] for one in pod["containers"] for port in one["ports"]}
        assert {port["targetPort"] for port in spec["ports"]} <= opened


def test_each_way_of_installing_takes_mails_in_and_only_where_that_is_wished():
    compose = yaml.safe_load((OPS / "compose/compose.yaml").read_text())["services"]["mail-in"]
    pod = kubernetes_parts("Deployment")["landsea-mail-in"]
    assert compose["command"] == pod["template"]["spec"]["containers"][0]["command"]
    assert compose["profiles"] == ["mail"] and pod["replicas"] == 0
    assert "bin/landsea mail-in" in (OPS / "systemd/landsea-mail-in.service").read_text()


def test_scripts_are_read_by_a_shell():
    for script in (OPS / "container").glob("*.sh"):
        assert run("sh", "-n", str(script)) == (0, "")
        assert script.stat().st_mode & 0o100, f"{script.name} cannot be run"


def test_the_container_has_no_other_source_than_debian_and_the_registries():
    for file in (OPS / "container").iterdir():
        hosts = set(re.findall(r"https?://|[\w-]+\.(?:org|com|io|net)\b", file.read_text()))
        assert not hosts, f"{file.name} names {hosts}"


def test_the_image_takes_neither_data_nor_keys_of_the_machine_that_builds_it():
    left_out = (OPS.parent / ".dockerignore").read_text().splitlines()
    assert {".git", ".venv", "var", "node_modules"} <= set(left_out)


def test_systemd_reads_the_units(tmp_path):
    for unit in (OPS / "systemd").iterdir():
        text = unit.read_text().replace("/opt/landsea/.venv/bin/landsea", "/bin/true")
        (tmp_path / unit.name).write_text(text)
    if shutil.which("systemd-analyze"):
        status, said = run("systemd-analyze", "verify", "--man=no", *map(str, sorted(tmp_path.iterdir())))
        assert status == 0 and "landsea-" not in said, said


def test_programs_that_this_machine_has_read_their_files(tmp_path):
    if shutil.which("caddy"):
        status, said = run("caddy", "validate", "--adapter", "caddyfile", "--config", str(OPS / "proxies/Caddyfile"))
        assert status == 0, said
    if shutil.which("docker"):
        (tmp_path / "database-password").write_text("secret")
        for name in ("compose.yaml", "landsea.env"):
            shutil.copy(OPS / "compose" / name, tmp_path)
        status, said = run("docker", "compose", "config", "--quiet", cwd=tmp_path)
        assert status == 0 or "is not a docker command" in said, said
    if shutil.which("nginx") and shutil.which("openssl"):
        for line in (
            "req -x509 -newkey rsa:2048 -nodes -keyout tls.key -out tls.crt -subj /CN=landsea.example -days 1",
        ):
            run("openssl", *line.split(), cwd=tmp_path)
        (tmp_path / "nginx.conf").write_text(
            f"pid {tmp_path}/pid;\n" + (OPS / "proxies/nginx.conf").read_text().replace("/etc/landsea", str(tmp_path))
        )
        status, said = run("nginx", "-t", "-c", str(tmp_path / "nginx.conf"), "-e", str(tmp_path / "log"))
        assert "syntax is ok" in said, said
