"""The headline bootstrap with numpy and scipy, for bench/compute.ts.

Reads one JSON object from standard input: axes (chance, ceiling, sigma, slope, midpoint, rows and
positions of the ruler's members), scores and errors (one row a model, null where absent), lnActual,
start, day, family, windows as [begin, end) and the number of draws. Writes seconds, slopes of the
data as they are, and 90 % intervals of tau = 0.9 to standard output.

Each step uses what a careful author would: curve_fit with exact derivatives for the ruler, damped
Gauss-Newton over all models at once in numpy for the effective sizes, linprog (HiGHS) for quantile
lines, and array arithmetic for the rest.
"""

import json
import sys
import time

import numpy as np
from scipy.optimize import curve_fit, linprog


def logistic(position, slope, midpoint, chance, ceiling):
    return chance + (ceiling - chance) / (1 + np.exp(-slope * (position - midpoint)))


def refit(axis, scores):
    def curve(position, slope, midpoint):
        return logistic(position, slope, midpoint, axis["chance"], axis["ceiling"])

    def derivatives(position, slope, midpoint):
        part = 1 / (1 + np.exp(-slope * (position - midpoint)))
        common = (axis["ceiling"] - axis["chance"]) * part * (1 - part)
        return np.column_stack([common * (position - midpoint), -common * slope])

    positions = np.array(axis["positions"])
    found, _ = curve_fit(
        curve, positions, scores[axis["rows"]], p0=[axis["slope"], axis["midpoint"]], jac=derivatives
    )
    return found


def effective(axes, curves, scores, start):
    """Positions of all models at once."""
    position = start.copy()
    for iteration in range(80):
        gradient = np.zeros_like(position)
        information = np.zeros_like(position)
        for column, (axis, (slope, midpoint)) in enumerate(zip(axes, curves)):
            score = scores[: len(start), column]
            known = ~np.isnan(score)
            part = 1 / (1 + np.exp(-slope * (position - midpoint)))
            reach = axis["ceiling"] - axis["chance"]
            derivative = reach * slope * part * (1 - part)
            weight = known / axis["sigma"] ** 2
            residual = np.where(known, score - axis["chance"] - reach * part, 0.0)
            gradient += weight * residual * derivative
            information += weight * derivative**2
        step = np.clip(gradient / information, -1, 1)
        position += step if iteration < 20 else 0.5 * step
        if np.max(np.abs(step)) < 1e-5:
            break
    return position


def quantile_line(x, y, tau, weights):
    kept = weights > 0
    x, y, weights = x[kept], y[kept], weights[kept]
    n = len(x)
    cost = np.concatenate([np.zeros(2), tau * weights, (1 - tau) * weights])
    design = np.hstack([np.ones((n, 1)), x[:, None], np.eye(n), -np.eye(n)])
    bounds = [(None, None)] * 2 + [(0, None)] * (2 * n)
    return linprog(cost, A_eq=design, b_eq=y, bounds=bounds, method="highs").x[1]


def mean_line(x, y, weights):
    mean_x, mean_y = np.average(x, weights=weights), np.average(y, weights=weights)
    return np.sum(weights * (x - mean_x) * (y - mean_y)) / np.sum(weights * (x - mean_x) ** 2)


def record_line(x, y, weights):
    kept = weights > 0
    x, y = x[kept], y[kept]
    records = y > np.concatenate([[-np.inf], np.maximum.accumulate(y)[:-1]])
    x, y = x[records], y[records]
    last = np.concatenate([x[1:] != x[:-1], [True]])
    return mean_line(x[last], y[last], np.ones(last.sum())) if last.sum() > 1 else np.nan


def lines(x, y, weights):
    return [
        quantile_line(x, y, 0.9, weights),
        quantile_line(x, y, 0.95, weights),
        mean_line(x, y, weights),
        record_line(x, y, weights),
    ]


def main():
    given = json.load(sys.stdin)
    axes = given["axes"]
    scores = np.array(given["scores"], dtype=float)
    errors = np.array(given["errors"], dtype=float)
    ln_actual, start = np.array(given["lnActual"]), np.array(given["start"])
    day, family = np.array(given["day"], dtype=float), np.array(given["family"])
    original = [(axis["slope"], axis["midpoint"]) for axis in axes]
    density = effective(axes, original, scores, start) - ln_actual
    ones = np.ones(len(day))
    as_is = [lines(day[b:e], density[b:e], ones[b:e]) for b, e in given["windows"]]
    random = np.random.default_rng(1)
    drawn = []
    began = time.perf_counter()
    for _ in range(given["draws"]):
        redrawn = scores + errors * random.standard_normal(scores.shape)
        curves = [refit(axis, redrawn[:, column]) for column, axis in enumerate(axes)]
        y = effective(axes, curves, redrawn, start) - ln_actual
        weights = random.poisson(1.0, family.max() + 1)[family].astype(float)
        drawn.append([lines(day[b:e], y[b:e], weights[b:e]) for b, e in given["windows"]])
    seconds = time.perf_counter() - began
    tau90 = np.array(drawn)[:, :, 0]
    intervals = np.nanpercentile(tau90, [5, 95], axis=0).T.tolist()
    json.dump({"seconds": seconds, "slopes": as_is, "intervals": intervals}, sys.stdout)


main()
