/* The session of session-fixture.h with stock: two items, one of which has lots, at the first of the stations. */
#pragma once

#include "session-fixture.h"

#include "yz-place.h"
#include "yz-stock-verbs.h"
#include "yz-stock.h"

#define MINUTE (G_GINT64_CONSTANT (60) * 1000)
#define HOUR (60 * MINUTE)

typedef struct
{
  Fixture base;
  YzStore *store;
  YzRecord *water;    /* 瓶装饮用水, 12.50 yuan */
  YzRecord *medicine; /* 藿香正气水, which needs an expiry */
  const char *first;  /* stations */
  gint64 now;
} StockFixture;

void stock_fixture_set_up (StockFixture *fixture, gconstpointer data);
void stock_fixture_tear_down (StockFixture *fixture, gconstpointer data);

/* A shelf of the first station. Returns: (transfer full): its record */
YzRecord *stock_fixture_add_shelf (StockFixture *fixture, const char *name, gint64 position);

/* Receives at the first station, or at @place. */
void stock_fixture_receive (StockFixture *fixture, YzRecord *item, const char *place, gint64 quantity, const char *lot,
                            const char *expiry, gint64 at);

/* Hands out at the first station. Returns: the seq of the action, 0 with @error */
gint64 stock_fixture_hand_out (StockFixture *fixture, YzRecord *item, gint64 quantity, gint64 at, GError **error);

/* Applies @edit, which it takes. Returns: the seq of the action, 0 with @error */
gint64 stock_fixture_apply (StockFixture *fixture, YzEdit *edit, GError **error);

/* What lies at the first station of @item at @at, 0 for now. */
gint64 stock_fixture_get_quantity (StockFixture *fixture, YzRecord *item, gint64 at);

#define stock_fixture_add(path, func)                                                                                  \
  g_test_add (path, StockFixture, NULL, stock_fixture_set_up, func, stock_fixture_tear_down)
