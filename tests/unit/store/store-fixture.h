/* A workspace in a folder of its own, with a clock that stands still and ids from a seed. */
#pragma once

#include "yz-kinds.h"
#include "yz-store.h"

typedef struct
{
  char *folder;
  char *path;
  YzClock *clock;
  YzIdFactory *ids;
  YzStore *store;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* Closes the workspace and opens it again. */
void fixture_reopen (Fixture *fixture);

/* A station that is not in the workspace yet. */
YzRecord *fixture_make_station (Fixture *fixture, const char *name);

/* A station that is: one action. */
YzRecord *fixture_add_station (Fixture *fixture, const char *name);

/* Applies an edit that must succeed, and drops it. */
void fixture_apply (Fixture *fixture, YzEdit *edit);

/* Sets one field by its text, as an action. */
void fixture_set (Fixture *fixture, const char *id, const char *field, const char *text);

/* The value of a field in the workspace, as text. */
char *fixture_get (Fixture *fixture, const char *id, const char *field);

#define fixture_add(name, func) \
  g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
