"""Writes models.json: small models as Prophet's own model_to_json stores them, and what it forecasts with each.

Run with Prophet 1.5.0, cmdstanpy 1.3.2 and pandas 3.1.1: python makeModels.py > models.json
Forecasts are of the ten rows after the history.
"""
import json

import numpy as np
import pandas as pd
from prophet import Prophet
from prophet.serialize import model_to_json

i = np.arange(60)
y = 50 + 0.1 * i + 5 * np.sin(2 * np.pi * i / 4) + np.cos(i * i)
history = pd.DataFrame({'ds': pd.date_range('2024-01-01', periods=len(i), freq='6h'), 'y': y})


def custom(model):
    model.add_seasonality('two days', period=2, fourier_order=2, prior_scale=3)
    return model


models = {
    'defaults': (Prophet(), history),
    'minmax, a custom and a forced seasonality': (custom(Prophet(scaling='minmax', daily_seasonality=2)), history),
    'explicit changepoints': (Prophet(changepoints=['2024-01-05', '2024-01-09']), history),
    'flat, no changepoint, no seasonality': (
        Prophet(growth='flat', n_changepoints=0, weekly_seasonality=False, daily_seasonality=False),
        history,
    ),
    'a constant series': (Prophet(), history.assign(y=20.0)),
}
cases = []
for name, (model, rows) in models.items():
    model.fit(rows)
    future = model.make_future_dataframe(10, freq='6h', include_history=False)
    forecast = model.predict(future)
    cases.append({
        'name': name,
        'json': model_to_json(model),
        'time': [at.isoformat() for at in forecast.ds],
        'yhat': list(forecast.yhat),
        'trend': list(forecast.trend),
    })
print(json.dumps(cases, indent=1))
