"""What is flushed to the disk, in which order, and by what kind of handle."""

import fcntl
import os
import stat


def flushes(monkeypatch, target):
    """Records each flush from now on: "file" or "folder", and whether `target` was there by then.

    As some systems demand it, a file can't be flushed by a handle that only reads.
    """

    def flush(descriptor):
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        writes = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY
        assert is_folder or writes
        flush_to_disk(descriptor)
        done.append(("folder" if is_folder else "file", target.exists()))

    done = []
    flush_to_disk = os.fsync
    monkeypatch.setattr(os, "fsync", flush)
    return done
