/* The verbs of the program with their keys: one table for accelerators and for the palette. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YzVerbEntry:
 * @action: detailed name
 * @accel: (nullable): the keys
 * @title: (nullable): msgid, what the palette calls it; %NULL for keys that only move around
 */
typedef struct
{
  const char *action;
  const char *accel;
  const char *title;
} YzVerbEntry;

/**
 * yz_accels_get_verbs:
 *
 * Returns: (transfer none) (array length=n_verbs)
 */
const YzVerbEntry *yz_accels_get_verbs (guint *n_verbs);

/**
 * yz_accels_install:
 *
 * Gives every verb of the table its keys.
 */
void yz_accels_install (GtkApplication *application);

G_END_DECLS
