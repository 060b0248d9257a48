"""The configuration files of the embedded PostgreSQL, as text. Who writes them where is `postgres`'s business."""

import os
from pathlib import Path

MIB = 1024 * 1024


def measure_memory_in_mib() -> int:
    """Return the memory this process may use, in MiB: the machine's, or its control group's limit when that is less."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    for limit_file in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        try:
            limit = Path(limit_file).read_text().strip()
        except OSError:
            continue
        if limit.isdigit():
            total = min(total, int(limit))
    return total // MIB


def write_server_settings(folder: Path, sockets: Path, *, memory: int, durable: bool) -> str:
    """Return the settings file.

    folder: where the two access files lie; sockets: the folder of the only door; memory: of the machine, in MiB;
    durable: False only for a database that is thrown away, such as a test's.
    """
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(sockets),
        "unix_socket_permissions": "0700",
        "hba_file": str(folder / "pg_hba.conf"),
        "ident_file": str(folder / "pg_ident.conf"),
        "max_connections": 100,
        "shared_buffers": f"{max(64, min(memory // 8, 2048))}MB",
        "effective_cache_size": f"{max(128, memory // 2)}MB",
        "work_mem": f"{max(4, min(memory // 512, 32))}MB",
        "maintenance_work_mem": f"{max(32, min(memory // 32, 512))}MB",
        "max_wal_size": "4GB",
        "checkpoint_timeout": "15min",
        "random_page_cost": 1.1,
        # Short transactional queries on two cores: neither compiling nor spreading them over processes pays.
        "jit": "off",
        "max_parallel_workers_per_gather": 0,
        "fsync": "on" if durable else "off",
        "synchronous_commit": "on" if durable else "off",
        "full_page_writes": "on" if durable else "off",
        # Of a table whose rows were all taken back a vacuum says that it holds nothing, whatever is written into it next: tests
        # then joined thousands of pages row by row, for minutes.
        "autovacuum": "on" if durable else "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "logging_collector": "on",
        "log_directory": "../log",
        "log_filename": "postgresql-%a.log",
        "log_truncate_on_rotation": "on",
        "log_rotation_age": "1d",
    }
    return "".join(f"{name} = {_quoted(value)}\n" for name, value in settings.items())


def write_access_rules() -> str:
    """Return pg_hba.conf: over the socket only, and only for accounts that the map below names."""
    return "local all all peer map=landsea\n"


def write_account_map(accounts: list[str], role: str) -> str:
    """Return pg_ident.conf: these accounts of the machine may be that role of the database."""
    return "".join(f'landsea "{account}" {role}\n' for account in accounts)


def _quoted(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"
