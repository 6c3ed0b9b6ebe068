"""How much memory this process may take, on each system in the way it has.

Linux bounds the addresses of a process, Windows what a job of processes commits; both then refuse what goes beyond,
and Python says MemoryError. macOS takes such a bound and does not keep it: there a thread watches.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

LOOK = 0.1
"""Seconds between two looks at the memory of a process that is watched."""
_LOOKS_LEFT = 20
OUT_OF_MEMORY = 12
"""The exit code of a process that went on taking memory after it had been told not to."""


def limit_memory(most: int) -> None:
    """Let this process take so many bytes: what asks for more gets MemoryError, or the process ends."""
    limit_for(sys.platform)(most)


def limit_for(platform: str) -> Callable[[int], None]:
    """The way to limit memory on a system that ``sys.platform`` calls so."""
    if platform == "win32":
        return _join_a_job
    if platform == "darwin":
        return _watch
    return _bound_addresses


def _bound_addresses(most: int) -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _watch(most: int) -> None:
    """Look at the memory from now on; the first function that runs then is the one that is stopped."""
    watched = threading.get_ident()
    threading.Thread(target=stop_when_over, args=(most, resident, watched), daemon=True).start()


def resident() -> int:
    """The most bytes of memory that this process has had so far, by getrusage."""
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def stop_when_over(
    most: int, taken: Callable[[], int], watched: int, end: Callable[[int], object] = os._exit
) -> None:
    """Wait until more memory is taken, then raise MemoryError in the watched thread, and end the process.

    A peak stays a peak, so it ends in any case; before that the function has time to say that it failed.
    """
    import ctypes

    while taken() <= most:
        time.sleep(LOOK)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(watched), ctypes.py_object(MemoryError))
    time.sleep(LOOK * _LOOKS_LEFT)
    end(OUT_OF_MEMORY)


def _join_a_job(most: int) -> None:
    """Put this process into a job of its own, of which Windows bounds the memory."""
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    job = kernel.CreateJobObjectW(None, None)
    limits = job_limits(most)
    if not (
        job
        and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, limits, len(limits))
        and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
    ):
        raise ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined,unused-ignore]


_EXTENDED_LIMITS = 9
"""JobObjectExtendedLimitInformation of winnt.h."""
_LIMIT_PROCESS_MEMORY = 0x100
"""JOB_OBJECT_LIMIT_PROCESS_MEMORY of winnt.h."""


def job_limits(most: int) -> bytes:
    """A JOBOBJECT_EXTENDED_LIMIT_INFORMATION that bounds what a process of the job commits, and nothing else.

    The struct: two 64-bit times, the flags, sizes of the working set, and so on; then six counters of 64 bits, and
    the memory of a process, of the job, and the peaks of both.
    """
    import ctypes

    class Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", ctypes.c_uint32),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", ctypes.c_uint32),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", ctypes.c_uint32),
            ("SchedulingClass", ctypes.c_uint32),
        )

    class Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    limits = Extended()
    limits.BasicLimitInformation.LimitFlags = _LIMIT_PROCESS_MEMORY
    limits.ProcessMemoryLimit = most
    return bytes(limits)
