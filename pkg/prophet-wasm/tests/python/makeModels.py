"""Writes models.json: small models as Prophet's own model_to_json stores them, and what it forecasts with each.

Run with Prophet 1.5.0, cmdstanpy 1.3.2, pandas 3.1.1 and holidays 0.109: python makeModels.py > models.json
Forecasts are of the last four rows of the history and the six after it, with the inputs that the model needs beside
their times. A case of a country's holidays lists their days, which the file does not hold; one with regressors has
Prophet's table of them.
"""
import json

import numpy as np
import pandas as pd
from prophet import Prophet
from prophet.make_holidays import make_holidays_df
from prophet.serialize import model_to_json
from prophet.utilities import regressor_coefficients

HORIZON = 6


def rows_from(start, n, freq):
    """Rows of the history and of the future: a slope, a wave of four rows and a scatter."""
    i = np.arange(n + HORIZON)
    y = 50 + 0.1 * i + 5 * np.sin(2 * np.pi * i / 4) + np.cos(i * i)
    return pd.DataFrame({'ds': pd.date_range(start, periods=len(i), freq=freq), 'y': y}), i


def small(**options):
    """A model without seasonality and with few changepoints, so that its file is small."""
    return Prophet(**{'n_changepoints': 3, 'weekly_seasonality': False, 'daily_seasonality': False, **options})


def defaults():
    return Prophet(), rows_from('2024-01-01', 60, '6h')[0]


def minmax():
    model = Prophet(scaling='minmax', daily_seasonality=2)
    model.add_seasonality('two days', period=2, fourier_order=2, prior_scale=3)
    return model, rows_from('2024-01-01', 60, '6h')[0]


def explicit_changepoints():
    return Prophet(changepoints=['2024-01-05', '2024-01-09']), rows_from('2024-01-01', 60, '6h')[0]


def flat():
    return small(growth='flat', n_changepoints=0), rows_from('2024-01-01', 24, '6h')[0]


def constant():
    return Prophet(), rows_from('2024-01-01', 24, '6h')[0].assign(y=20.0)


def logistic():
    rows, _ = rows_from('2024-01-01', 24, 'D')
    return small(growth='logistic'), rows.assign(cap=80.0)


def logistic_with_floor():
    rows, i = rows_from('2024-01-01', 24, 'D')
    return small(growth='logistic', scaling='minmax'), rows.assign(cap=80 + 0.5 * i, floor=20 + 0.25 * i)


def multiplicative():
    rows, i = rows_from('2024-01-01', 40, '6h')
    model = small(seasonality_mode='multiplicative', daily_seasonality=1)
    model.add_seasonality('weekend', period=1, fourier_order=1, condition_name='is weekend', mode='additive')
    model.add_seasonality('night', period=2, fourier_order=1, condition_name='is night')
    return model, rows.assign(**{'is weekend': rows.ds.dt.dayofweek > 4, 'is night': (i % 4 == 0).astype(int)})


def holidays():
    # Windows of ten days show the order of columns as texts; the names, that it goes by code points.
    days = [
        ('xmas', '2023-12-25', -1, 10, 5),
        ('xmas', '2024-12-25', -1, 10, 5),
        ('\U0001f384', '2023-12-20', 0, 0, None),
        ('\uff98', '2023-12-18', 0, 1, None),
        ('sale', '2023-12-23', None, 2, None),
    ]
    table = pd.DataFrame(days, columns=['holiday', 'ds', 'lower_window', 'upper_window', 'prior_scale'])
    return small(holidays=table, holidays_mode='multiplicative'), rows_from('2023-12-03', 24, 'D')[0]


def regressors():
    rows, i = rows_from('2024-01-01', 24, 'D')
    model = small(changepoints=['2024-01-15', '2024-01-08'], holidays_prior_scale=4)
    model.add_regressor('price', prior_scale=0.5)
    model.add_regressor('promo')
    model.add_regressor('rain', standardize=True, mode='multiplicative')
    model.add_regressor('always')
    return model, rows.assign(price=100 + 7.0 * np.cos(i), promo=i % 3 // 2, rain=i % 5 // 4, always=2.0)


def country():
    model = small(holidays=pd.DataFrame({'holiday': ['sale'], 'ds': ['2023-12-28']}))
    model.add_country_holidays('DE')
    return model, rows_from('2023-12-03', 24, 'D')[0]


def multiplicative_above_floor():
    rows, _ = rows_from('2024-01-01', 24, '6h')
    return small(seasonality_mode='multiplicative', daily_seasonality=1, scaling='minmax'), rows


CASES = {
    'defaults': defaults,
    'minmax, a custom and a forced seasonality': minmax,
    'explicit changepoints': explicit_changepoints,
    'flat, no changepoint, no seasonality': flat,
    'a constant series': constant,
    'logistic below a cap': logistic,
    'logistic between a floor and a cap that move, minmax': logistic_with_floor,
    'multiplicative, and conditions': multiplicative,
    'holidays with windows, multiplicative': holidays,
    'regressors': regressors,
    'holidays of a country and one more': country,
    'multiplicative above a floor': multiplicative_above_floor,
}


def forecast(make):
    model, rows = make()
    model.fit(rows.iloc[:-HORIZON])
    future = rows.iloc[-HORIZON - 4:].drop(columns='y')
    found = model.predict(future)
    conditions = [one['condition_name'] for one in model.seasonalities.values() if one['condition_name'] is not None]
    case = {
        'json': model_to_json(model),
        'future': {
            'time': [at.isoformat() for at in future.ds],
            **{name: list(future[name]) for name in ('cap', 'floor') if name in future},
            'regressors': {name: [float(x) for x in future[name]] for name in model.extra_regressors},
            'conditions': {name: [bool(x) for x in future[name]] for name in conditions},
        },
        'yhat': list(found.yhat),
        'trend': list(found.trend),
        'multiplicativeTerms': list(found.multiplicative_terms),
    }
    if model.country_holidays is not None:
        days = make_holidays_df([2023, 2024], model.country_holidays)
        case['countryHolidays'] = [{'name': name, 'day': str(ds)[:10]} for ds, name in zip(days.ds, days.holiday)]
    if len(model.extra_regressors) > 0:
        case['coefficients'] = regressor_coefficients(model).to_dict('records')
    return case


print(json.dumps([{'name': name, **forecast(make)} for name, make in CASES.items()], indent=1))
