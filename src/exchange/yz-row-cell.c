/* Reading one cell. */
#include "config.h"

#include "yz-row-cell-private.h"

#include "yz-hours.h"
#include "yz-phone-text.h"
#include "yz-text.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
yz_row_cell_free (YzRowCell *cell)
{
  g_clear_pointer (&cell->value, g_variant_unref);
  g_clear_pointer (&cell->second, g_variant_unref);
  g_clear_pointer (&cell->unknown, g_ptr_array_unref);
  g_clear_pointer (&cell->problem, g_free);
  g_free (cell);
}

gboolean
yz_row_cell_is_nothing (const char *cell)
{
  static const char *const words[] = { "-",    "--",   "/",    "\\",   "无",  "暂无", "没有", "未知",
                                       "待定", "待补", "null", "none", "nan", "n/a",  "#n/a", "?" };
  g_autofree char *folded = NULL;

  if (*cell == '\0')
    return TRUE;
  if (g_ascii_isdigit (*cell) || strlen (cell) > 12)
    return FALSE;
  folded = yz_text_fold (cell);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;
  return *folded == '\0';
}

char *
yz_row_cell_to_line (const char *cell)
{
  g_autofree char *stripped = yz_value_strip (cell);
  g_autofree char *valid = g_utf8_make_valid (stripped, -1);

  for (char *p = valid; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  return g_steal_pointer (&valid);
}

static gboolean
is_strict (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (((YzHoursNote *) g_ptr_array_index (notes, i))->kind != YZ_HOURS_NOTE_HINT)
      return FALSE;
  return TRUE;
}

static gboolean
has_day_names (const char *text)
{
  static const char *const names[] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "off" };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (yz_text_is_han (g_utf8_get_char (p)))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (text, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The standard syntax as it is, Chinese where it has one meaning, nothing where it might have two. */
static char *
read_hours (const char *text)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (YzHours) hours = yz_hours_parse (text, &notes, NULL);

  g_ptr_array_set_free_func (notes, (GDestroyNotify) yz_hours_note_free);
  if (hours != NULL && (is_strict (notes) || has_day_names (text)))
    return yz_hours_to_string (hours);
  return yz_hours_from_chinese (text, NULL);
}

static void
read_phones (const char *cell, YzRowCell *read)
{
  g_auto (YzPhoneReading) phones = { NULL };

  yz_phone_read (cell, &phones);
  if (phones.numbers[0] != NULL)
    read->value = g_variant_ref_sink (g_variant_new_strv ((const char *const *) phones.numbers, -1));
  if (phones.person != NULL)
    read->second = g_variant_ref_sink (g_variant_new_string (phones.person));
  if (phones.n_unread > 0)
    read->problem = g_strdup_printf (_ ("“%s” does not read as a telephone number and is kept as written"), cell);
}

static char *
join_words (GPtrArray *words)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", (const char *) g_ptr_array_index (words, i));
  return g_string_free (list, FALSE);
}

static void
read_map (const YzRowCellReader *reader, const YzField *field, const char *cell, YzRowCell *read)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  read->value = yz_word_list_read (reader->words, field, cell, unknown);
  if (unknown->len == 0)
    return;
  list = join_words (unknown);
  read->problem = g_strdup_printf (_ ("not recognised: %s"), list);
  read->unknown = g_steal_pointer (&unknown);
}

/* A cell of a column of one service: yes, no, or a state. */
static void
read_element (const YzMappedColumn *column, const char *cell, YzRowCell *read)
{
  const YzChoice *choice = yz_field_find_choice (column->field, cell);
  gboolean answer = choice != NULL;

  if (choice == NULL && !yz_value_parse_boolean (cell, &answer))
    {
      read->problem = g_strdup_printf (_ ("“%s” is neither yes nor no"), cell);
      return;
    }
  if (answer)
    read->value =
      g_variant_ref_sink (g_variant_new_string (choice != NULL ? choice->nick : column->field->choices[0].nick));
  else
    read->second = g_variant_ref_sink (g_variant_new_boolean (FALSE));
}

static void
read_reference (const YzRowCellReader *reader, const YzField *field, const char *cell, YzRowCell *read)
{
  g_autofree char *text = yz_row_cell_to_line (cell);
  char *id = reader->find_reference != NULL ? reader->find_reference (field->ref_kind, text, reader->reference_data)
                                            : NULL;

  if (id != NULL)
    {
      read->value = g_variant_ref_sink (g_variant_new_take_string (id));
      return;
    }
  read->problem = g_strdup_printf (_ ("there is no “%s”"), text);
  read->unknown = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (read->unknown, g_steal_pointer (&text));
}

/* A spreadsheet's date that lost its format is the number of days since the end of 1899. */
static GVariant *
read_day_number (const char *cell)
{
  gint64 days;
  GDate date;

  if (!g_ascii_string_to_signed (cell, 10, 20000, 73050, &days, NULL))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) days);
  return g_variant_ref_sink (g_variant_new_take_string (g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date),
                                                                         g_date_get_month (&date),
                                                                         g_date_get_day (&date))));
}

static void
read_plain (const YzField *field, const char *cell, YzRowCell *read)
{
  g_autoptr (GError) error = NULL;

  if (field->type == YZ_FIELD_DATE)
    read->value = read_day_number (cell);
  if (read->value == NULL && !yz_field_parse (field, cell, &read->value, &error))
    read->problem = g_strdup (error->message);
}

/* @only: whether no other column of the list says the hours */
static void
read_hours_cell (const char *cell, gboolean only, YzRowCell *read)
{
  g_autofree char *text = yz_value_strip (cell);
  g_autofree char *hours = read_hours (text);

  read->value = g_variant_ref_sink (g_variant_new_string (text));
  if (hours != NULL)
    read->second = g_variant_ref_sink (g_variant_new_take_string (g_steal_pointer (&hours)));
  else if (only)
    read->problem = g_strdup_printf (_ ("“%s” is kept as it is written: it says no certain hours"), text);
}

gboolean
yz_row_cell_is_hours (const YzField *field)
{
  return g_str_equal (field->name, "hours_text") || g_str_equal (field->name, "hours");
}

YzRowCell *
yz_row_cell_read (const YzRowCellReader *reader, const YzMappedColumn *column, const char *cell)
{
  YzRowCell *read = g_new0 (YzRowCell, 1);
  const YzField *field = column->field;

  if (column->target == YZ_TARGET_ELEMENT)
    read_element (column, cell, read);
  else if (field->type == YZ_FIELD_MAP)
    read_map (reader, field, cell, read);
  else if (field->type == YZ_FIELD_REF)
    read_reference (reader, field, cell, read);
  else if (yz_field_holds_phones (field))
    read_phones (cell, read);
  else if (yz_row_cell_is_hours (field))
    read_hours_cell (cell, !reader->has_hours_column || g_str_equal (field->name, "hours"), read);
  else
    read_plain (field, cell, read);
  return read;
}
