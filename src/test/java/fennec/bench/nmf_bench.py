"""The same matrix as NmfBench.java, timed with scikit-learn's coordinate descent."""

import time
import warnings

import numpy
import sklearn
from sklearn.decomposition import NMF

MODELS, TASKS, RANK, REPEATS = 1000, 100, 8, 21


def numbers():
    state = 12345
    while True:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        yield state / 2147483648.0


def matrix():
    source = numbers()
    m = numpy.array([next(source) for _ in range(MODELS * RANK)]).reshape(MODELS, RANK)
    d = numpy.array([next(source) for _ in range(TASKS * RANK)]).reshape(TASKS, RANK)
    noise = numpy.array([next(source) for _ in range(MODELS * TASKS)]).reshape(MODELS, TASKS)
    return m @ d.T + 0.3 * noise


warnings.filterwarnings("ignore")
print("scikit-learn", sklearn.__version__, "numpy", numpy.__version__)
p = matrix()
for init in ("nndsvda", "random"):
    for tolerance, what in ((1e-4, init), (0, init + ", exactly 200 passes")):
        times = []
        for repeat in range(-3, REPEATS):
            solver = NMF(RANK, init=init, solver="cd", tol=tolerance, max_iter=200, random_state=0)
            begun = time.perf_counter()
            solver.fit(p)
            if repeat >= 0:
                times.append(1e3 * (time.perf_counter() - begun))
        print(
            f"{'full, ' + what:<40} median {numpy.median(times):8.2f} ms, least {min(times):8.2f} ms, "
            f"{solver.n_iter_:3d} passes, error {solver.reconstruction_err_:.6f}"
        )
