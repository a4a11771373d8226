"""A disk of its own, for programs that take its power away: an ext4 on a loop device over a file in memory."""

import ctypes
import fcntl
import os
import shutil
import signal
import struct
import subprocess
import tempfile

EXT4_IOC_SHUTDOWN = 0x8004587D
WITHOUT_LOG_FLUSH = 2
CLONE_NEWNS = 0x20000
SIZE = 256 << 20


class NoDisk(Exception):
    """What this machine does not allow."""


def run(*words):
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    except OSError as error:
        raise NoDisk(str(error)) from error
    if done.returncode != 0:
        raise NoDisk(f"{' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def ownMounts():
    """From now on nobody else sees what is mounted by this process, and it is gone with it. Whoever makes a namespace of his own, as
    `ip netns exec` does, would otherwise keep a copy of the mount, and with it the file system that was cut."""
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNS) != 0:
        raise NoDisk("unshare: " + os.strerror(ctypes.get_errno()))
    run("mount", "--make-rprivate", "/")


class CuttableDisk:
    """Mounted at `point`, for a process that has called ownMounts(). What was not synced is gone after cut(), and what was is there
    after restore()."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="bongsu-disk-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
        self.point = os.path.join(self.folder, "mounted")
        self.device = None
        os.mkdir(self.point)
        image = os.path.join(self.folder, "image")
        with open(image, "wb") as file:
            file.truncate(SIZE)
        try:
            run("mkfs.ext4", "-q", image)
            self.device = run("losetup", "--find", "--show", image).strip()
            run("mount", self.device, self.point)
        except NoDisk:
            self.close()
            raise

    def cut(self, processes):
        """The power goes. Those who run on it stop first: what they had not said by then, nobody hears. They are dead after it."""
        for process in processes:
            process.send_signal(signal.SIGSTOP)
        for process in processes:
            while not hasStopped(process.pid):
                pass
        descriptor = os.open(self.point, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.ioctl(descriptor, EXT4_IOC_SHUTDOWN, struct.pack("I", WITHOUT_LOG_FLUSH))
        finally:
            os.close(descriptor)
        for process in processes:
            process.kill()
            process.wait(timeout=60)

    def restore(self):
        run("umount", self.point)
        run("mount", self.device, self.point)

    def close(self):
        if os.path.ismount(self.point):
            subprocess.run(["umount", self.point], check=False)
        if self.device:
            subprocess.run(["losetup", "--detach", self.device], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


def hasStopped(pid):
    """Whether no thread of it runs: each stands still, or waits in the kernel for the disk and stops before it does anything else."""
    folder = f"/proc/{pid}/task"
    for name in os.listdir(folder):
        try:
            with open(f"{folder}/{name}/stat", encoding="utf-8") as file:
                said = file.read()
        except (FileNotFoundError, ProcessLookupError):
            continue  # a thread that has ended since
        if said.rpartition(")")[2].split()[0] not in "TDtZX":
            return False
    return True
