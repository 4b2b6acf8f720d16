/* A window with a session behind it, and the questions that every page has to answer. */
#pragma once

#include "yz-kinds.h"
#include "yz-session.h"
#include "yz-test.h"

#include <adwaita.h>

typedef struct
{
  char *folder;
  YzClock *clock;
  YzSession *session; /* with an empty workspace, at Friday 2026-11-20 14:26 */
  GtkWidget *window;  /* not shown yet; 1440×900 */
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* Applies @edit, which it takes, and fails the test if that does. */
void fixture_apply (Fixture *fixture, YzEdit *edit);

/* Makes a record of "field", "text" pairs, ended by NULL, and reads it again. */
YzRecord *fixture_add (Fixture *fixture, const YzKind *kind, ...) G_GNUC_NULL_TERMINATED;

/* Shows @child in the window and waits until it is drawn. */
void fixture_show (Fixture *fixture, GtkWidget *child);

/* Takes out of the window what it shows. */
void fixture_empty (Fixture *fixture);

/* Runs the main context until nothing is left to do. */
void fixture_settle (void);

/* The first widget of that type below @widget that is mapped, NULL if there is none. */
GtkWidget *fixture_find (GtkWidget *widget, GType type);

/* The first mapped label below @widget with that text in it, NULL if there is none. */
GtkWidget *fixture_find_text (GtkWidget *widget, const char *text);

/* Waits until there is such a label below @widget, or in any window if that is NULL. */
void fixture_wait_for_text (GtkWidget *widget, const char *text);

/* The first window of that type, NULL if there is none. */
GtkWidget *fixture_find_window (GType type);

/* Waits until there is one. */
GtkWidget *fixture_wait_for_window (GType type);

/* Waits until there is none. */
void fixture_wait_until_gone (GType type);

/* Takes back what was done last, once the session has heard of it: the store knows it earlier. */
void fixture_undo (Fixture *fixture);

/* Fails if a button, entry, switch or list below @widget has no name for a screen reader. */
void fixture_assert_named (GtkWidget *widget);

/* Writes what @window shows to NAME.png in the folder of the environment variable YIZHAN_SHOTS, if it is set. */
void fixture_shoot (GtkWidget *window, const char *name);

#define fixture_test(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* g_test_init(), GTK and Adwaita; exits 77 where there is no display. */
void fixture_init (int *argc, char ***argv);
