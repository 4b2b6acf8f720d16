#include "config.h"

#include "yz-event-table.h"

#include <glib/gi18n-lib.h>

#include "yz-heading.h"
#include "yz-json.h"
#include "yz-sheet-reader.h"

/* Names under which a JSON answer keeps its list. */
static const char *const list_names[] = { "data", "events", "records", "list", "rows", "items", "result" };

struct _YzEventTable
{
  GPtrArray *headings; /* char * */
  GPtrArray *rows;     /* GStrv: a cell for each heading */
  GArray *numbers;     /* guint */
  guint *columns;      /* of each field, YZ_SHEET_NONE */
};

void
yz_event_table_free (YzEventTable *self)
{
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->numbers);
  g_free (self->columns);
  g_free (self);
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

static YzEventTable *
table_new (void)
{
  YzEventTable *self = g_new0 (YzEventTable, 1);

  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static void
add_row (YzEventTable *self, char **cells, guint number)
{
  g_ptr_array_add (self->rows, cells);
  g_array_append_val (self->numbers, number);
}

/* --- a table ------------------------------------------------------------------------------------------------------ */

static gboolean
read_sheet (YzEventTable *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzSheet) sheet = yz_sheet_read_file (path, NULL, NULL, NULL, NULL, cancellable, error);

  if (sheet == NULL)
    return FALSE;
  for (guint i = 0; i < yz_sheet_get_n_columns (sheet); i++)
    g_ptr_array_add (self->headings, g_strdup (yz_sheet_get_heading (sheet, i)));
  for (guint row = 0; row < yz_sheet_get_n_rows (sheet); row++)
    {
      char **cells = g_new0 (char *, self->headings->len + 1);

      for (guint i = 0; i < self->headings->len; i++)
        cells[i] = g_strdup (yz_sheet_get_cell (sheet, row, i));
      add_row (self, cells, yz_sheet_get_row_number (sheet, row));
    }
  return TRUE;
}

/* --- JSON --------------------------------------------------------------------------------------------------------- */

static void
add_heading (YzEventTable *self, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (self->headings, name, g_str_equal, NULL))
    g_ptr_array_add (self->headings, g_strdup (name));
}

/* A list may stand under a name, and that under another. */
static YzJson *
find_list (YzJson *json, guint depth)
{
  if (yz_json_get_length (json) > 0)
    return json;
  for (guint i = 0; depth > 0 && i < G_N_ELEMENTS (list_names); i++)
    {
      YzJson *member = yz_json_get_member (json, list_names[i]);
      YzJson *list = member != NULL ? find_list (member, depth - 1) : NULL;

      if (list != NULL)
        return list;
    }
  return NULL;
}

static void
add_object (YzEventTable *self, YzJson *object, guint number)
{
  g_auto (GStrv) members = yz_json_list_members (object);
  char **cells;

  for (guint i = 0; members[i] != NULL && self->headings->len < YZ_SHEET_MAX_COLUMNS; i++)
    add_heading (self, members[i]);
  cells = g_new0 (char *, self->headings->len + 1);
  for (guint i = 0; i < self->headings->len; i++)
    {
      YzJson *value = yz_json_get_member (object, g_ptr_array_index (self->headings, i));

      cells[i] = value != NULL ? yz_json_dup_text (value) : g_strdup ("");
    }
  add_row (self, cells, number);
}

static gboolean
read_json (YzEventTable *self, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (YzJson) json = yz_json_parse (text, (gssize) length, &local_error);
  YzJson *list;

  if (json == NULL)
    {
      g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_FORMAT,
                   _ ("The file breaks off, or is not JSON as it should be (%s): fetch it once more"),
                   local_error->message);
      return FALSE;
    }
  list = find_list (json, 2);
  for (guint i = 0; list != NULL && i < yz_json_get_length (list); i++)
    add_object (self, yz_json_get_element (list, i), i + 1);
  return TRUE;
}

static gboolean
looks_like_json (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '{' || *text == '[';
}

/* --- which column is what ----------------------------------------------------------------------------------------- */

static double
judge (const char *heading, const YzField *field)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (heading), "_-.", ' ');
  g_autofree char *folded = yz_heading_fold (spaced);

  return *folded != '\0' ? yz_heading_matches_field (folded, field) : 0;
}

static gboolean
is_taken (YzEventTable *self, guint column)
{
  for (guint i = 0; i < yz_cabinet_event_kind.n_fields; i++)
    if (self->columns[i] == column)
      return TRUE;
  return FALSE;
}

/* The pair of a field and a column that fits best, of those that are free; FALSE if none fits. */
static gboolean
take_best (YzEventTable *self)
{
  double best = 0;
  guint best_field = 0, best_column = 0;

  for (guint i = 0; i < yz_cabinet_event_kind.n_fields; i++)
    for (guint j = 0; self->columns[i] == YZ_SHEET_NONE && j < self->headings->len; j++)
      {
        double score =
          is_taken (self, j) ? 0 : judge (g_ptr_array_index (self->headings, j), &yz_cabinet_event_kind.fields[i]);

        if (score <= best)
          continue;
        best = score;
        best_field = i;
        best_column = j;
      }
  if (best > 0)
    self->columns[best_field] = best_column;
  return best > 0;
}

static guint
get_column (const YzEventTable *self, const char *field)
{
  const YzField *known = yz_kind_find_field (&yz_cabinet_event_kind, field);

  return self->columns[yz_kind_get_index (&yz_cabinet_event_kind, known)];
}

static gboolean
find_columns (YzEventTable *self, GError **error)
{
  self->columns = g_new0 (guint, yz_cabinet_event_kind.n_fields);
  for (guint i = 0; i < yz_cabinet_event_kind.n_fields; i++)
    self->columns[i] = YZ_SHEET_NONE;
  while (take_best (self))
    ;
  if (get_column (self, "event") != YZ_SHEET_NONE && get_column (self, "at") != YZ_SHEET_NONE)
    return TRUE;
  g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_MAPPING,
                       _ ("No column has the number of an event, or none the time of it: call them “事件编号” "
                          "and “时间”"));
  return FALSE;
}

/* ------------------------------------------------------------------------------------------------------------------ */

YzEventTable *
yz_event_table_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (YzEventTable) self = table_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_load_contents (file, cancellable, &text, &length, NULL, error))
    return NULL;
  if (!(looks_like_json (text) ? read_json (self, text, length, error) : read_sheet (self, path, cancellable, error)))
    return NULL;
  if (self->rows->len == 0)
    {
      g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_EMPTY, _ ("There are no events in this file"));
      return NULL;
    }
  return find_columns (self, error) ? g_steal_pointer (&self) : NULL;
}

guint
yz_event_table_get_n_rows (const YzEventTable *self)
{
  return self->rows->len;
}

guint
yz_event_table_get_number (const YzEventTable *self, guint row)
{
  return g_array_index (self->numbers, guint, row);
}

const char *
yz_event_table_get (const YzEventTable *self, guint row, const char *field)
{
  char **cells = g_ptr_array_index (self->rows, row);
  guint column = get_column (self, field);

  /* an object of JSON knows only the headings before it */
  for (guint i = 0; column != YZ_SHEET_NONE && cells[i] != NULL; i++)
    if (i == column)
      return cells[i];
  return "";
}
