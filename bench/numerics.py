"""The tasks of numerics.ts done with scipy: reads them as JSON, writes seconds per task and the results to compare."""

import json
import sys
import time

import numpy
from scipy.optimize import least_squares, linprog, minimize
from scipy.special import logsumexp

tasks = json.load(sys.stdin)


def timed(work, inputs):
    """The best of three rounds, as numerics.ts takes the best of its own."""
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        results = [work(each) for each in inputs]
        best = min(best, (time.perf_counter() - begin) / len(inputs))
    return {"seconds": best, "results": results}


def curve(task):
    u, y = numpy.array(task["u"]), numpy.array(task["y"])

    def share(p):
        return 1 / (1 + numpy.exp(-p[0] * (u - p[1])))

    def jacobian(p):
        slope = 0.75 * share(p) * (1 - share(p))
        return numpy.stack([slope * (u - p[1]), -slope * p[0]], axis=1)

    found = least_squares(lambda p: 0.25 + 0.75 * share(p) - y, task["start"], jac=jacobian, method="lm",
                          xtol=1e-10, ftol=1e-10, gtol=1e-10)
    return float(found.x[0])


def quantile(task):
    x, y, w, tau = (numpy.array(task[key]) for key in ("x", "y", "weights", "tau"))
    used = w > 0
    x, y, w = x[used], y[used], w[used]
    n = len(x)
    found = linprog(numpy.concatenate([[0, 0], tau * w, (1 - tau) * w]),
                    A_eq=numpy.hstack([numpy.ones((n, 1)), x[:, None], numpy.eye(n), -numpy.eye(n)]), b_eq=y,
                    bounds=[(None, None)] * 2 + [(0, None)] * (2 * n), method="highs")
    return float(found.fun)


def line(task):
    x, y, w = (numpy.array(task[key]) for key in ("x", "y", "weights"))
    root = numpy.sqrt(w)
    found, *_ = numpy.linalg.lstsq(numpy.stack([root, root * x], axis=1), root * y, rcond=None)
    return float(found[1])


def loss_law(task):
    N, D, L = (numpy.log(numpy.array(task[key])) for key in ("parameters", "tokens", "loss"))
    w = numpy.array(task["weights"])
    mN, mD, delta = N.mean(), D.mean(), 1e-3
    N, D = N - mN, D - mD

    def objective(theta):
        a, b, alpha, beta, e = theta
        parts = numpy.stack([a - alpha * N, b - beta * D, numpy.full_like(N, e)])
        total = logsumexp(parts, axis=0)
        shares = numpy.exp(parts - total)
        r = L - total
        size = numpy.abs(r)
        pull = w * numpy.clip(r, -delta, delta) / delta
        value = numpy.sum(w * numpy.where(size <= delta, r * r / 2, delta * (size - delta / 2))) / delta
        return value, numpy.array([-shares[0] @ pull, -shares[1] @ pull, (shares[0] * N) @ pull, (shares[1] * D) @ pull, -shares[2] @ pull])

    s = task["start"]
    start = [s["lnA"] - s["alpha"] * mN, s["lnB"] - s["beta"] * mD, s["alpha"], s["beta"], numpy.log(s["E"])]
    found = minimize(objective, start, jac=True, method="BFGS", options={"gtol": 1e-9, "maxiter": 5000})
    return float(found.fun * delta)


print(json.dumps({
    "curve": timed(curve, tasks["curve"]),
    "quantile": timed(quantile, tasks["quantile"]),
    "line": timed(line, tasks["line"]),
    "lossLaw": timed(loss_law, tasks["lossLaw"]),
}))
