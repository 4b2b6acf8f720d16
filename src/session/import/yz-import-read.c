/*
 * Reading a list, on a thread: the next of several files, another sheet of the same file, the same cells under other
 * headings or into another kind.
 */
#include "config.h"

#include "yz-import-private.h"

#include "yz-import-layouts.h"
#include "yz-service-words.h"
#include "yz-sheet-reader.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *path;
  char *layer;
  char *text;
  YzSheet *sheet; /* whose cells are already known */
  gboolean other_headings;
  guint heading_row;
  const YzKind *kind;
  YzJob *job;
  YzStore *store;
  char **layers;
  YzMapping *mapping;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_free (reading->layer);
  g_free (reading->text);
  g_strfreev (reading->layers);
  g_clear_pointer (&reading->sheet, yz_sheet_unref);
  g_clear_pointer (&reading->mapping, yz_mapping_free);
  g_clear_object (&reading->job);
  g_clear_object (&reading->store);
  g_free (reading);
}

static YzSheet *
read_new (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzSheet) sheet = NULL;

  if (reading->text != NULL)
    sheet = yz_sheet_read_text (reading->text, -1, NULL, cancellable, error);
  else if ((reading->layers = yz_sheet_list_layers (reading->path, error)) != NULL)
    sheet = yz_sheet_read_file (reading->path, reading->layer, NULL, yz_job_report, reading->job, cancellable, error);
  return sheet != NULL ? yz_import_layouts_find_headings (reading->store, reading->kind, sheet, error) : NULL;
}

static YzSheet *
read_headings (Reading *reading, GError **error)
{
  YzSheet *sheet = yz_sheet_with_heading_row (reading->sheet, reading->heading_row);

  if (sheet == NULL)
    g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING, _ ("The list has no row %u"),
                 reading->heading_row);
  return sheet;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  g_autoptr (YzSheet) sheet = NULL;
  g_autoptr (YzWordList) words = NULL;

  if (reading->sheet == NULL)
    sheet = read_new (reading, cancellable, &error);
  else if (reading->other_headings)
    sheet = read_headings (reading, &error);
  else
    sheet = yz_sheet_ref (reading->sheet);
  words = sheet != NULL ? yz_service_words_load (reading->store, &error) : NULL;
  if (words != NULL)
    reading->mapping = yz_mapping_guess (reading->kind, sheet, words);
  if (words != NULL && yz_import_layouts_apply (reading->store, reading->mapping, sheet, &error))
    g_task_return_pointer (task, g_steal_pointer (&sheet), (GDestroyNotify) yz_sheet_unref);
  else
    g_task_return_error (task, error);
}

static void
take_table (YzImport *self, YzSheet *table, Reading *reading)
{
  yz_import_drop_plan (self);
  yz_import_forget_decisions (self);
  g_clear_pointer (&self->table, yz_sheet_unref);
  g_clear_pointer (&self->mapping, yz_mapping_free);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  self->table = table;
  self->mapping = g_steal_pointer (&reading->mapping);
  if (reading->sheet == NULL)
    {
      g_strfreev (self->layers);
      self->layers = g_steal_pointer (&reading->layers);
    }
  /* where the headings are is a part of the layout */
  self->remember = reading->other_headings;
  yz_import_notify (self, YZ_IMPORT_PROP_SOURCE);
  yz_import_set_stage (self, YZ_IMPORT_STAGE_PREVIEW);
  yz_import_judge (self);
  yz_import_tell_columns (self);
}

static void
tell_failure (YzImport *self, const Reading *reading, const GError *error)
{
  g_autofree char *name = reading->path != NULL ? g_filename_display_basename (reading->path) : NULL;
  g_autofree char *message =
    /* Translators: the name of a file, and what is wrong with it */
    name != NULL ? g_strdup_printf (_ ("“%s” cannot be read: %s"), name, error->message) : g_strdup (error->message);

  yz_import_set_error (self, message);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YzImport *self = YZ_IMPORT (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  YzSheet *table = g_task_propagate_pointer (G_TASK (result), &error);

  if (!yz_import_end_job (self, reading->job))
    g_clear_pointer (&table, yz_sheet_unref);
  else if (table != NULL)
    take_table (self, table, reading);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_failure (self, reading, error);
  else if (self->plan == NULL || reading->sheet != NULL)
    yz_import_reset (self);
}

static void
start_reading (YzImport *self, Reading *reading, const char *title)
{
  g_autoptr (GTask) task = NULL;

  yz_import_drop_job (self);
  yz_import_set_error (self, NULL);
  yz_import_begin_job (self, title);
  self->reading = TRUE;
  reading->kind = self->kind;
  reading->job = g_object_ref (self->job);
  reading->store = g_object_ref (yz_session_get_store (self->session));
  task = g_task_new (self, yz_job_get_cancellable (self->job), on_read, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

static void
read_current_file (YzImport *self, const char *layer)
{
  const char *path = g_ptr_array_index (self->files, self->file);
  Reading *reading = g_new0 (Reading, 1);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_ ("Reading %s"), name);

  reading->path = g_strdup (path);
  reading->layer = g_strdup (layer);
  start_reading (self, reading, title);
  yz_import_notify (self, YZ_IMPORT_PROP_QUEUE);
}

void
yz_import_read_files (YzImport *self, const char *const *paths)
{
  g_return_if_fail (YZ_IS_IMPORT (self));
  g_return_if_fail (paths != NULL && paths[0] != NULL && yz_session_get_store (self->session) != NULL);

  if (self->writing)
    return;
  yz_import_reset (self);
  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (self->files, g_strdup (paths[i]));
  read_current_file (self, NULL);
}

void
yz_import_read_text (YzImport *self, const char *text)
{
  Reading *reading;

  g_return_if_fail (YZ_IS_IMPORT (self));
  g_return_if_fail (text != NULL && yz_session_get_store (self->session) != NULL);

  if (self->writing)
    return;
  yz_import_reset (self);
  reading = g_new0 (Reading, 1);
  reading->text = g_strdup (text);
  start_reading (self, reading, _ ("Reading the pasted list"));
}

/* The same cells once more, after something else than a column was put right. */
static Reading *
new_reading_again (YzImport *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->sheet = yz_sheet_ref (self->table);
  return reading;
}

void
yz_import_set_kind (YzImport *self, const YzKind *kind)
{
  g_return_if_fail (YZ_IS_IMPORT (self));
  g_return_if_fail (kind != NULL);

  if (self->writing || self->kind == kind)
    return;
  self->kind = kind;
  yz_import_notify (self, YZ_IMPORT_PROP_KIND);
  if (self->stage == YZ_IMPORT_STAGE_PREVIEW)
    start_reading (self, new_reading_again (self), _ ("Looking at the columns again"));
}

void
yz_import_set_heading_row (YzImport *self, guint number)
{
  Reading *reading;

  g_return_if_fail (YZ_IS_IMPORT (self));

  if (self->writing || self->table == NULL || yz_sheet_get_heading_row (self->table) == number)
    return;
  reading = new_reading_again (self);
  reading->other_headings = TRUE;
  reading->heading_row = number;
  start_reading (self, reading, _ ("Looking at the columns again"));
}

guint
yz_import_get_heading_row (YzImport *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), YZ_SHEET_NONE);
  return self->table != NULL ? yz_sheet_get_heading_row (self->table) : YZ_SHEET_NONE;
}

char **
yz_import_dup_first_row (YzImport *self, guint index, guint *number)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);
  return self->table != NULL ? yz_sheet_dup_first_row (self->table, index, number) : NULL;
}

const char *const *
yz_import_get_layers (YzImport *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);
  return (const char *const *) self->layers;
}

const char *
yz_import_get_layer (YzImport *self)
{
  g_return_val_if_fail (YZ_IS_IMPORT (self), NULL);
  return self->table != NULL ? yz_sheet_get_layer (self->table) : NULL;
}

void
yz_import_set_layer (YzImport *self, const char *layer)
{
  g_return_if_fail (YZ_IS_IMPORT (self));

  if (!self->writing && self->files->len > 0 && g_strcmp0 (yz_import_get_layer (self), layer) != 0)
    read_current_file (self, layer);
}

gboolean
yz_import_take_next_file (YzImport *self)
{
  if (self->file + 1 >= self->files->len)
    return FALSE;
  yz_import_drop_job (self);
  yz_import_drop_table (self);
  yz_import_set_stage (self, YZ_IMPORT_STAGE_SOURCE);
  self->file++;
  read_current_file (self, NULL);
  return TRUE;
}

void
yz_import_skip_file (YzImport *self)
{
  g_return_if_fail (YZ_IS_IMPORT (self));

  if (self->writing || yz_import_take_next_file (self))
    return;
  if (self->totals.files > 0)
    {
      yz_import_drop_job (self);
      yz_import_set_error (self, NULL);
      yz_import_set_stage (self, YZ_IMPORT_STAGE_DONE);
    }
  else
    yz_import_reset (self);
}
