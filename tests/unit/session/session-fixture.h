/* A session with an open workspace of two stations, at Friday 2026-11-20 14:26. */
#pragma once

#include "yz-kinds.h"
#include "yz-listing-verbs.h"
#include "yz-session.h"
#include "yz-test.h"

typedef struct
{
  char *folder;
  YzClock *clock;
  YzSession *session;
  YzRecord *first;  /* 石鼓驿站 */
  YzRecord *second; /* 桥陇驿站 */
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* The record as it is in the workspace now. */
YzRecord *fixture_reload (Fixture *fixture, YzRecord *record);

/* Applies @edit, which it takes, and fails the test if that does. */
void fixture_apply (Fixture *fixture, YzEdit *edit);

/* The ids of the selected records, read as the window does. */
char **fixture_load_selected_ids (YzListing *listing);

/*
 * What the calling thread and the whole process have computed so far, in microseconds. How busy the machine is does not
 * count, so the two tell who has done the work.
 */
typedef struct
{
  gint64 thread;
  gint64 process;
} Effort;

Effort fixture_measure_effort (void);

/* Fails if the calling thread has done most of what was done since @before. */
void fixture_assert_done_elsewhere (Effort before);

#define fixture_add(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
