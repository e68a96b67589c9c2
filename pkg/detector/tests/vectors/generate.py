"""Writes the vectors beside this file: numbers of established packages that the tests compare with.

Run with Debian 12's packages: apt-get install python3-sklearn python3-statsmodels, then /usr/bin/python3 generate.py.
The tests need the JSON files only.
"""

import json
import pathlib
import re

import numpy as np
import scipy
import scipy.stats
import sklearn
import sklearn.metrics as metrics
import statsmodels
from statsmodels.tsa.seasonal import STL
from statsmodels.tsa.stattools import acf, adfuller

SEED = 20250303
VERSIONS = {
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "scikit-learn": sklearn.__version__,
    "statsmodels": statsmodels.__version__,
}
FOLDER = pathlib.Path(__file__).parent


def plain(value):
    """Arrays and numpy numbers as JSON; missing values and infinities as null."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(part) for part in value]
    if isinstance(value, (np.integer, int)) and not isinstance(value, bool):
        return int(value)
    if isinstance(value, (np.floating, float)):
        return float(value) if np.isfinite(value) else None
    return value


def write(name, content):
    text = json.dumps({"seed": SEED, "versions": VERSIONS, **plain(content)}, indent=1)
    one_line = re.sub(r"\[[^\[\]{}\"]*\]", lambda column: re.sub(r"\s+", " ", column.group()), text)
    (FOLDER / f"{name}.json").write_text(one_line + "\n")


def scores(random):
    cases = []
    for what, n, digits in [("few ties", 80, 3), ("many ties", 120, 1), ("a perfect detector", 30, 3)]:
        labels = (random.random(n) < 0.2).astype(int)
        strangeness = np.round(random.random(n) + (10 if what == "a perfect detector" else 0.4) * labels, digits)
        flagged = (strangeness >= 0.9).astype(int)
        fpr, tpr, roc_threshold = metrics.roc_curve(labels, strangeness)
        precision, recall, threshold = metrics.precision_recall_curve(labels, strangeness)
        cases.append(
            {
                "what": what,
                "labels": labels,
                "strangeness": strangeness,
                "roc": {"threshold": roc_threshold[1:], "falsePositiveRate": fpr, "truePositiveRate": tpr},
                "area": metrics.roc_auc_score(labels, strangeness),
                # scikit-learn lists them ascending by threshold and adds a last point (1, 0).
                "precisionRecall": {
                    "threshold": threshold[::-1],
                    "precision": precision[:-1][::-1],
                    "recall": recall[:-1][::-1],
                },
                "averagePrecision": metrics.average_precision_score(labels, strangeness),
                "flagged": flagged,
                # Rows: true label, columns: flag.
                "confusion": metrics.confusion_matrix(labels, flagged),
                "precision": metrics.precision_score(labels, flagged),
                "recall": metrics.recall_score(labels, flagged),
                "f1": metrics.f1_score(labels, flagged),
                "f2": metrics.fbeta_score(labels, flagged, beta=2),
                "fHalf": metrics.fbeta_score(labels, flagged, beta=0.5),
            }
        )
    write("scores", {"cases": cases})


def walks(random):
    n = 180
    noise = np.round(random.normal(size=n), 6)
    time = np.arange(n)
    autoregressive = np.zeros(n)
    for row in range(1, n):
        autoregressive[row] = 0.6 * autoregressive[row - 1] + noise[row]
    return {
        "random walk": np.round(np.cumsum(noise), 6),
        "autoregressive": np.round(autoregressive, 6),
        "trend and noise": np.round(0.05 * time + noise, 6),
        "daily pattern": np.round(0.5 + 0.2 * np.sin(2 * np.pi * time / 24) + 0.02 * noise, 6),
    }


def dickey_fuller(random):
    cases = []
    series = walks(random)
    for what, y in series.items():
        for regression in ["c", "ct"]:
            for max_lag, autolag in [(None, "AIC"), (4, "AIC"), (3, None)]:
                statistic, p, lags, n, critical = adfuller(y, max_lag, regression, autolag)[:5]
                cases.append(
                    {
                        "what": what,
                        "regression": regression,
                        "maxLag": max_lag,
                        "chooses": autolag is not None,
                        "statistic": statistic,
                        "pValue": p,
                        "nLags": lags,
                        "nRows": n,
                        "critical": [critical["1%"], critical["5%"], critical["10%"]],
                    }
                )
    write("dickeyFuller", {"series": series, "cases": cases})


def decomposition(random):
    n, period = 24 * 8, 24
    time = np.arange(n)
    y = 0.4 + 0.001 * time + 0.2 * np.sin(2 * np.pi * time / period) + 0.05 * np.cos(4 * np.pi * time / period)
    y = y + random.normal(scale=0.02, size=n)
    y[[50, 51, 120]] += 0.8
    y = np.round(y, 6)
    cases = []
    for what, options in {
        "plain": {"seasonal": 7},
        "robust": {"seasonal": 7, "robust": True},
        "in jumps": {"seasonal": 13, "seasonal_jump": 2, "trend_jump": 4, "low_pass_jump": 3},
        "a long trend": {"seasonal": 9, "trend": 61},
        "windows longer than the series": {"seasonal": 35, "trend": 301},
    }.items():
        model = STL(y, period=period, **options)
        result = model.fit()
        config = model.config
        cases.append(
            {
                "what": what,
                "seasonalWindow": config["seasonal"],
                "trendWindow": config["trend"],
                "jumps": [config["seasonal_jump"], config["trend_jump"], config["low_pass_jump"]],
                "isRobust": bool(options.get("robust", False)),
                "trend": result.trend,
                "seasonal": result.seasonal,
            }
        )
    write("decomposition", {"y": y, "period": period, "cases": cases})


def statistics(random):
    y = np.round(random.gamma(2, 0.1, size=90), 6)
    gappy = y.copy()
    gappy[[3, 20, 21, 22, 60]] = np.nan
    counts, edges = np.histogram(y, bins=12)
    shares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]
    write(
        "statistics",
        {
            "y": y,
            "gappy": gappy,
            "mean": np.mean(y),
            "standardDeviation": np.std(y, ddof=1),
            "skewness": scipy.stats.skew(y, bias=False),
            "kurtosis": scipy.stats.kurtosis(y, bias=False),
            "shares": shares,
            "quantiles": np.quantile(y, shares),
            "counts": counts,
            "edges": edges,
            "autocorrelation": acf(y, nlags=30, fft=False),
            "autocorrelationOfGappy": acf(gappy, nlags=30, fft=False, missing="conservative"),
        },
    )


generator = np.random.default_rng(SEED)
scores(generator)
dickey_fuller(generator)
decomposition(generator)
statistics(generator)
