"""Loads written models in Prophet and forecasts with each, as `exchange/pythonForecasts.test.ts` asks.

Reads a list of { name, json, future } as JSON from the standard input, and writes a list of { name, yhat, trend,
insample, validated, again } in the same order: forecasts of the future rows and of the history, how many rows were
cross-validated, and the future rows' forecast once the model was saved and loaded again.
"""
import json
import logging
import sys

import pandas as pd
from prophet.diagnostics import cross_validation
from prophet.serialize import model_from_json, model_to_json

logging.getLogger('cmdstanpy').setLevel(logging.ERROR)
logging.getLogger('prophet').setLevel(logging.ERROR)


def rows_of(future):
    columns = {'ds': pd.to_datetime(future['time'])}
    columns.update({name: future[name] for name in ('cap', 'floor') if name in future})
    columns.update(future.get('regressors', {}))
    columns.update(future.get('conditions', {}))
    return pd.DataFrame(columns)


def validate(model):
    ds = model.history.ds
    horizon = ds.iloc[-1] - ds.iloc[-3]
    return len(cross_validation(model, horizon=horizon, cutoffs=[ds.iloc[-4]], disable_tqdm=True))


def forecast(case):
    model = model_from_json(case['json'])
    rows = rows_of(case['future'])
    found = model.predict(rows)
    return {
        'name': case['name'],
        'yhat': list(found.yhat),
        'trend': list(found.trend),
        'insample': list(model.predict().yhat),
        'validated': validate(model),
        'again': list(model_from_json(model_to_json(model)).predict(rows).yhat),
    }


print(json.dumps([forecast(case) for case in json.load(sys.stdin)]))
