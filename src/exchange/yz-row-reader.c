#include "config.h"

#include "yz-row-reader.h"

#include "yz-hours.h"
#include "yz-phone-text.h"
#include "yz-row-position-private.h"
#include "yz-text.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_MEMORY 32768 /* cells remembered for each column */
#define DEGREES_PER_STEP 1e7

/* A cell as it was read once. */
typedef struct
{
  GVariant *value;
  GVariant *second; /* hours made of hours text; the state of an element */
  GPtrArray *unknown;
  char *problem;
} Reading;

typedef struct
{
  YzTarget target;
  const YzField *field;
  char *key;
  GHashTable *readings; /* cell → Reading */
  Reading *last;        /* of a cell that is not worth remembering */
  guint n_asked;
  guint n_remembered;
  gboolean all_different;
  YzColumnCount count;
} Column;

struct _YzRowReader
{
  YzSheet *sheet;
  const YzKind *kind;
  const YzWordList *words;
  YzDatum datum;
  YzReferenceFunc find_reference;
  gpointer reference_data;
  YzPositionSource position;
  gboolean has_hours_column;
  GArray *columns;
};

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->value, g_variant_unref);
  g_clear_pointer (&reading->second, g_variant_unref);
  g_clear_pointer (&reading->unknown, g_ptr_array_unref);
  g_clear_pointer (&reading->problem, g_free);
  g_free (reading);
}

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_clear_pointer (&column->key, g_free);
  g_clear_pointer (&column->readings, g_hash_table_unref);
  g_clear_pointer (&column->last, reading_free);
  g_clear_pointer (&column->count.unknown, g_hash_table_unref);
}

YzRowReader *
yz_row_reader_new (YzSheet *sheet, const YzMapping *mapping, const YzWordList *words, YzDatum datum,
                   YzReferenceFunc find_reference, gpointer user_data)
{
  YzRowReader *reader = g_new0 (YzRowReader, 1);

  reader->sheet = yz_sheet_ref (sheet);
  reader->kind = yz_mapping_get_kind (mapping);
  reader->words = words;
  reader->datum = datum;
  reader->find_reference = find_reference;
  reader->reference_data = user_data;
  reader->position = yz_position_source_find (sheet, mapping);
  reader->has_hours_column = yz_mapping_find_field (mapping, "hours") >= 0;
  reader->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (reader->columns, clear_column);

  for (guint i = 0; i < yz_mapping_get_n_columns (mapping); i++)
    {
      const YzMappedColumn *mapped = yz_mapping_get_column (mapping, i);
      Column column = { mapped->target, mapped->field, g_strdup (mapped->key) };

      column.readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, reading_free);
      column.count.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_array_append_val (reader->columns, column);
    }
  return reader;
}

void
yz_row_reader_free (YzRowReader *reader)
{
  g_clear_pointer (&reader->columns, g_array_unref);
  g_clear_pointer (&reader->sheet, yz_sheet_unref);
  g_free (reader);
}

const YzColumnCount *
yz_row_reader_get_count (const YzRowReader *reader, guint column)
{
  g_return_val_if_fail (column < reader->columns->len, NULL);
  return &g_array_index (reader->columns, Column, column).count;
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

/* "昆明市-官渡区" is a city and its district: the district is what counts. */
static char *
read_district (const char *text)
{
  const char *dash = strrchr (text, '-');

  if (dash == NULL || dash == text || dash[1] == '\0' || !yz_text_is_han (g_utf8_get_char (dash + 1)))
    return g_strdup (text);
  return g_strdup (dash + 1);
}

/* One line of text: what a line break separated is separated by a space. */
static char *
read_line (const char *cell)
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
read_phones (const char *cell, Reading *reading)
{
  g_auto (YzPhoneReading) phones = { NULL };

  yz_phone_read (cell, &phones);
  if (phones.numbers[0] != NULL)
    reading->value = g_variant_ref_sink (g_variant_new_strv ((const char *const *) phones.numbers, -1));
  if (phones.person != NULL)
    reading->second = g_variant_ref_sink (g_variant_new_string (phones.person));
  if (phones.n_unread > 0)
    reading->problem = g_strdup_printf (_ ("“%s” does not read as a telephone number and is kept as written"), cell);
}

static void
read_map (const YzRowReader *reader, const YzField *field, const char *cell, Reading *reading)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = NULL;

  reading->value = yz_word_list_read (reader->words, field, cell, unknown);
  if (unknown->len == 0)
    return;
  words = g_ptr_array_new ();
  for (guint i = 0; i < unknown->len; i++)
    g_ptr_array_add (words, g_ptr_array_index (unknown, i));
  g_ptr_array_add (words, NULL);
  {
    g_autofree char *list = g_strjoinv ("”, “", (char **) words->pdata);

    reading->problem = g_strdup_printf (_ ("not recognised: “%s”"), list);
  }
  reading->unknown = g_steal_pointer (&unknown);
}

/* A cell of a column of one service: yes, no, or a state. */
static void
read_element (const Column *column, const char *cell, Reading *reading)
{
  const YzChoice *choice = yz_field_find_choice (column->field, cell);
  gboolean answer = choice != NULL;

  if (choice == NULL && !yz_value_parse_boolean (cell, &answer))
    {
      reading->problem = g_strdup_printf (_ ("“%s” is neither yes nor no"), cell);
      return;
    }
  if (answer)
    reading->value =
      g_variant_ref_sink (g_variant_new_string (choice != NULL ? choice->nick : column->field->choices[0].nick));
  else
    reading->second = g_variant_ref_sink (g_variant_new_boolean (FALSE));
}

static void
read_reference (const YzRowReader *reader, const YzField *field, const char *cell, Reading *reading)
{
  g_autofree char *text = read_line (cell);
  char *id = reader->find_reference != NULL ? reader->find_reference (field->ref_kind, text, reader->reference_data)
                                            : NULL;

  if (id != NULL)
    {
      reading->value = g_variant_ref_sink (g_variant_new_take_string (id));
      return;
    }
  reading->problem = g_strdup_printf (_ ("there is no “%s”"), text);
  reading->unknown = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (reading->unknown, g_steal_pointer (&text));
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
read_plain (const YzField *field, const char *cell, Reading *reading)
{
  g_autoptr (GError) error = NULL;

  if (field->type == YZ_FIELD_DATE)
    reading->value = read_day_number (cell);
  if (reading->value == NULL && !yz_field_parse (field, cell, &reading->value, &error))
    reading->problem = g_strdup (error->message);
}

/* @only: whether no other column of the list says the hours */
static void
read_hours_cell (const char *cell, gboolean only, Reading *reading)
{
  g_autofree char *text = yz_value_strip (cell);
  g_autofree char *hours = read_hours (text);

  reading->value = g_variant_ref_sink (g_variant_new_string (text));
  if (hours != NULL)
    reading->second = g_variant_ref_sink (g_variant_new_take_string (g_steal_pointer (&hours)));
  else if (only)
    reading->problem = g_strdup_printf (_ ("“%s” is kept as it is written: it says no certain hours"), text);
}

static gboolean
is_phone_field (const YzField *field)
{
  return field->type == YZ_FIELD_LIST && strstr (field->name, "phone") != NULL;
}

static gboolean
is_hours_field (const YzField *field)
{
  return g_str_equal (field->name, "hours_text") || g_str_equal (field->name, "hours");
}

static Reading *
read_cell (const YzRowReader *reader, const Column *column, const char *cell)
{
  Reading *reading = g_new0 (Reading, 1);
  const YzField *field = column->field;

  if (column->target == YZ_TARGET_ELEMENT)
    read_element (column, cell, reading);
  else if (field->type == YZ_FIELD_MAP)
    read_map (reader, field, cell, reading);
  else if (field->type == YZ_FIELD_REF)
    read_reference (reader, field, cell, reading);
  else if (is_phone_field (field))
    read_phones (cell, reading);
  else if (is_hours_field (field))
    read_hours_cell (cell, !reader->has_hours_column || g_str_equal (field->name, "hours"), reading);
  else
    read_plain (field, cell, reading);
  return reading;
}

/* When the memory is full, a column must have shown that its cells come again. */
static void
forget (Column *column)
{
  column->all_different = column->n_remembered * 2 < column->n_asked;
  g_hash_table_remove_all (column->readings);
}

static const Reading *
recall (const YzRowReader *reader, Column *column, const char *cell)
{
  Reading *reading = column->all_different ? NULL : g_hash_table_lookup (column->readings, cell);

  column->n_asked++;
  if (reading != NULL)
    {
      column->n_remembered++;
      return reading;
    }
  reading = read_cell (reader, column, cell);
  if (g_hash_table_size (column->readings) >= MAX_MEMORY)
    forget (column);
  if (column->all_different)
    {
      g_clear_pointer (&column->last, reading_free);
      column->last = reading;
    }
  else
    g_hash_table_insert (column->readings, g_strdup (cell), reading);
  return reading;
}

/* "Row 12, column “面积”: …": the words that lead to the cell */
static void
report (const YzRowReader *reader, YzSheetRow *row, guint index, YzFindingLevel level, guint column,
        const char *problem)
{
  yz_sheet_row_add_finding (row, level, column, _ ("Row %u, “%s”: %s"), yz_sheet_get_row_number (reader->sheet, index),
                            yz_sheet_get_heading (reader->sheet, column), problem);
}

/* Telephones of several columns make one list. */
static void
add_to_list (YzSheetRow *row, const YzField *field, GVariant *value)
{
  guint i = yz_kind_get_index (row->kind, field);
  g_autoptr (GVariantBuilder) builder = NULL;
  GVariantIter iter;
  GVariant *text;

  if (row->values[i] == NULL || value == NULL)
    {
      if (value != NULL)
        yz_sheet_row_set (row, field, YZ_ROW_VALUE, value);
      return;
    }
  builder = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_iter_init (&iter, row->values[i]);
  while ((text = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_variant_builder_add_value (builder, text);
      g_variant_unref (text);
    }
  g_variant_iter_init (&iter, value);
  while ((text = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_variant_builder_add_value (builder, text);
      g_variant_unref (text);
    }
  yz_sheet_row_set (row, field, YZ_ROW_VALUE, g_variant_builder_end (builder));
}

static GVariant *
with_entry (GVariant *map, const char *key, const char *nick)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *other_nick, *since;
  gboolean placed = FALSE;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(ss)}"));
  if (map != NULL)
    {
      g_variant_iter_init (&iter, map);
      while (g_variant_iter_next (&iter, "{&s(&s&s)}", &other, &other_nick, &since))
        {
          int order = strcmp (key, other);

          if (!placed && order <= 0)
            g_variant_builder_add (&builder, "{s(ss)}", key, nick, "");
          placed = placed || order <= 0;
          if (order != 0)
            g_variant_builder_add (&builder, "{s(ss)}", other, other_nick, since);
        }
    }
  if (!placed)
    g_variant_builder_add (&builder, "{s(ss)}", key, nick, "");
  return g_variant_builder_end (&builder);
}

static void
take_element (YzSheetRow *row, const Column *column, const Reading *reading)
{
  guint i = yz_kind_get_index (row->kind, column->field);
  YzRowPresence presence = row->presence[i] == YZ_ROW_VALUE ? YZ_ROW_VALUE : YZ_ROW_ELEMENTS;

  if (reading->value != NULL)
    yz_sheet_row_set (row, column->field, presence,
                      with_entry (row->values[i], column->key, g_variant_get_string (reading->value, NULL)));
  else if (reading->second != NULL)
    {
      GVariant *removed =
        g_variant_ref_sink (with_entry (row->removed[i], column->key, column->field->choices[0].nick));

      g_clear_pointer (&row->removed[i], g_variant_unref);
      row->removed[i] = removed;
      row->presence[i] = presence;
    }
}

static const YzField *
find_field (const YzSheetRow *row, const char *name)
{
  return yz_kind_find_field (row->kind, name);
}

static void
take_hours_text (const YzRowReader *reader, YzSheetRow *row, const Column *column, const Reading *reading)
{
  const YzField *hours = find_field (row, "hours");

  yz_sheet_row_set (row, column->field, YZ_ROW_VALUE, reading->value);
  if (hours != NULL && !reader->has_hours_column)
    yz_sheet_row_set (row, hours, YZ_ROW_VALUE, reading->second);
}

/* A column of standard syntax; what is not standard is kept as it is written, and the hours are unknown then: the old
 * ones do not hold any more. */
static void
take_hours (YzSheetRow *row, const Column *column, const Reading *reading)
{
  const YzField *text = find_field (row, "hours_text");

  yz_sheet_row_set (row, column->field, YZ_ROW_VALUE, reading->second);
  if (reading->second == NULL && text != NULL && row->values[yz_kind_get_index (row->kind, text)] == NULL)
    yz_sheet_row_set (row, text, YZ_ROW_VALUE, reading->value);
}

static void
take_phones (YzSheetRow *row, const Column *column, const Reading *reading)
{
  const YzField *contact = find_field (row, "contact");

  add_to_list (row, column->field, reading->value);
  if (reading->second != NULL && contact != NULL &&
      row->presence[yz_kind_get_index (row->kind, contact)] == YZ_ROW_ABSENT)
    yz_sheet_row_set (row, contact, YZ_ROW_VALUE, reading->second);
}

static void
take_reading (const YzRowReader *reader, YzSheetRow *row, const Column *column, const Reading *reading)
{
  const YzField *field = column->field;
  guint i = yz_kind_get_index (row->kind, field);

  if (column->target == YZ_TARGET_ELEMENT)
    take_element (row, column, reading);
  else if (is_phone_field (field))
    take_phones (row, column, reading);
  else if (g_str_equal (field->name, "hours_text"))
    take_hours_text (reader, row, column, reading);
  else if (g_str_equal (field->name, "hours"))
    take_hours (row, column, reading);
  else if (field->type == YZ_FIELD_LIST)
    add_to_list (row, field, reading->value);
  else if (reading->value != NULL)
    yz_sheet_row_set (row, field, YZ_ROW_VALUE, reading->value);
  else
    row->presence[i] = YZ_ROW_UNREAD;
}

/* Which problems refuse a row: numbers, dates, and a word where the record cannot do without the right one. A list of
 * facilities with a strange word is still a list of stations, and so is one with hours in words. */
static YzFindingLevel
get_level (const YzField *field, YzTarget target)
{
  if (target == YZ_TARGET_ELEMENT || field->type == YZ_FIELD_LIST || is_hours_field (field))
    return YZ_FINDING_NOTE;
  if (field->type == YZ_FIELD_MAP || field->type == YZ_FIELD_REF)
    return YZ_FINDING_WARNING;
  if (field->type == YZ_FIELD_CHOICE || field->type == YZ_FIELD_BOOLEAN)
    return (field->flags & YZ_FIELD_REQUIRED) != 0 ? YZ_FINDING_ERROR : YZ_FINDING_WARNING;
  return YZ_FINDING_ERROR;
}

static void
count_reading (Column *column, const Reading *reading)
{
  column->count.n_values++;
  if (reading->problem == NULL)
    column->count.n_read++;
  if (reading->second != NULL ||
      (is_phone_field (column->field) && reading->value != NULL && g_variant_n_children (reading->value) > 1))
    column->count.n_special++;
  for (guint i = 0; reading->unknown != NULL && i < reading->unknown->len; i++)
    if (!g_hash_table_contains (column->count.unknown, g_ptr_array_index (reading->unknown, i)))
      g_hash_table_add (column->count.unknown, g_strdup (g_ptr_array_index (reading->unknown, i)));
}

/* Texts are all different: they are not worth remembering. */
static void
take_text (YzSheetRow *row, Column *column, const char *cell)
{
  const YzField *field = column->field;
  g_autofree char *text = field->type == YZ_FIELD_NOTE ? yz_value_strip (cell) : read_line (cell);

  if (g_str_equal (field->name, "district"))
    {
      g_autofree char *district = read_district (text);

      yz_sheet_row_set (row, field, YZ_ROW_VALUE, g_variant_new_string (district));
    }
  else
    yz_sheet_row_set (row, field, YZ_ROW_VALUE, g_variant_new_take_string (g_steal_pointer (&text)));
  column->count.n_values++;
  column->count.n_read++;
}

static gboolean
is_free_text (const Column *column)
{
  return column->target == YZ_TARGET_FIELD &&
         (column->field->type == YZ_FIELD_TEXT || column->field->type == YZ_FIELD_NOTE) &&
         !g_str_has_prefix (column->field->name, "hours");
}

static gboolean
says_nothing (const Column *column, const char *cell)
{
  /* "无" is an answer where yes and no are asked */
  if (column->target == YZ_TARGET_ELEMENT || column->field->type == YZ_FIELD_BOOLEAN)
    return *cell == '\0' || (*cell != '\xe6' && yz_row_cell_is_nothing (cell));
  return yz_row_cell_is_nothing (cell);
}

static void
read_column (YzRowReader *reader, YzSheetRow *row, guint index, guint n)
{
  Column *column = &g_array_index (reader->columns, Column, n);
  const char *cell = yz_sheet_get_cell (reader->sheet, index, n);
  const Reading *reading;
  guint field;

  if ((column->target != YZ_TARGET_FIELD && column->target != YZ_TARGET_ELEMENT) || (int) n == reader->position.lon ||
      (int) n == reader->position.lat)
    return;

  field = yz_kind_get_index (row->kind, column->field);
  if (says_nothing (column, cell))
    {
      if (row->presence[field] == YZ_ROW_ABSENT && column->target == YZ_TARGET_FIELD)
        row->presence[field] = YZ_ROW_EMPTY;
      return;
    }
  if (is_free_text (column))
    {
      take_text (row, column, cell);
      return;
    }
  reading = recall (reader, column, cell);
  count_reading (column, reading);
  take_reading (reader, row, column, reading);
  if (reading->problem != NULL)
    report (reader, row, index, get_level (column->field, column->target), n, reading->problem);
}

static YzDatum
get_row_datum (const YzRowReader *reader, const YzSheetRow *row)
{
  const char *nick = yz_sheet_row_get_text (row, "datum");
  YzDatum datum;

  return nick != NULL && yz_datum_from_name (nick, &datum) ? datum : reader->datum;
}

static double
round_degrees (double degrees)
{
  return round (degrees * DEGREES_PER_STEP) / DEGREES_PER_STEP;
}

static void
set_position (const YzRowReader *reader, YzSheetRow *row, YzPosition position, YzPairShape shape)
{
  static const char *const nicks[YZ_N_DATUMS] = { "wgs84", "gcj02", "bd09", "bd09mc" };
  YzDatum datum = get_row_datum (reader, row);
  const YzField *field = find_field (row, "datum");
  YzPosition there;

  /* nothing but Baidu's metres has such numbers */
  if (shape == YZ_PAIR_METRES)
    datum = YZ_DATUM_BD09MC;
  there = yz_datum_convert (position, datum, YZ_DATUM_WGS84);
  yz_sheet_row_set (row, find_field (row, "lon"), YZ_ROW_VALUE, g_variant_new_double (round_degrees (there.lon)));
  yz_sheet_row_set (row, find_field (row, "lat"), YZ_ROW_VALUE, g_variant_new_double (round_degrees (there.lat)));
  if (field != NULL)
    yz_sheet_row_set (row, field, YZ_ROW_VALUE, g_variant_new_string (nicks[datum]));
}

static gboolean
has_chinese_address (const YzSheetRow *row)
{
  const char *address = yz_sheet_row_get_text (row, "address");

  for (const char *p = address; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (yz_text_is_han (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static guint
get_position_column (const YzRowReader *reader)
{
  return reader->position.pair >= 0  ? (guint) reader->position.pair
         : reader->position.lon >= 0 ? (guint) reader->position.lon
                                     : G_MAXUINT;
}

static void
report_position (const YzRowReader *reader, YzSheetRow *row, guint index, YzFindingLevel level, const char *problem)
{
  guint column = get_position_column (reader);

  if (column != G_MAXUINT)
    report (reader, row, index, level, column, problem);
  else
    yz_sheet_row_add_finding (row, level, column, _ ("Row %u: %s"), yz_sheet_get_row_number (reader->sheet, index),
                              problem);
}

static void
take_position (const YzRowReader *reader, YzSheetRow *row, guint index, YzPosition position, YzPairShape shape)
{
  g_autofree char *problem = NULL;

  if (shape != YZ_PAIR_METRES && !yz_position_is_valid (position))
    problem = g_strdup_printf (_ ("%.10g, %.10g is no position on earth"), position.lon, position.lat);
  else if (shape == YZ_PAIR_IMPLAUSIBLE && has_chinese_address (row))
    problem =
      g_strdup_printf (_ ("%.10g, %.10g lies outside China, but the address is Chinese"), position.lon, position.lat);
  if (problem != NULL)
    {
      report_position (reader, row, index, YZ_FINDING_ERROR, problem);
      return;
    }
  set_position (reader, row, position, shape);
}

static void
read_position (YzRowReader *reader, YzSheetRow *row, guint index)
{
  guint column = get_position_column (reader);
  YzPosition position = { NAN, NAN };
  YzPairShape shape;
  YzPositionState state = yz_position_source_read (reader->sheet, &reader->position, index, &position, &shape);

  if (column != G_MAXUINT && state != YZ_POSITION_NONE)
    g_array_index (reader->columns, Column, column).count.n_values++;
  if (column != G_MAXUINT && (state == YZ_POSITION_READ || state == YZ_POSITION_SWAPPED))
    g_array_index (reader->columns, Column, column).count.n_read++;

  switch (state)
    {
    case YZ_POSITION_HALF:
      report_position (reader, row, index, YZ_FINDING_ERROR, _ ("a position needs longitude and latitude"));
      break;
    case YZ_POSITION_BROKEN:
      report_position (reader, row, index, YZ_FINDING_ERROR, _ ("this is not a position"));
      break;
    case YZ_POSITION_SWAPPED:
      report_position (reader, row, index, YZ_FINDING_NOTE, _ ("longitude and latitude were swapped"));
      take_position (reader, row, index, position, YZ_PAIR_LON_LAT);
      break;
    case YZ_POSITION_READ:
      take_position (reader, row, index, position, shape);
      break;
    case YZ_POSITION_NONE:
    default:
      break;
    }
}

/* A number at the end of an address is proposed, not taken: it may belong to the house. */
static void
look_at_address (const YzRowReader *reader, YzSheetRow *row, guint index)
{
  const char *address = yz_sheet_row_get_text (row, "address");
  g_autofree char *number = NULL;

  if (address == NULL || yz_sheet_row_get (row, "phones") != NULL ||
      (strchr (address, ')') == NULL && strstr (address, "）") == NULL))
    return;
  number = yz_phone_find_in_address (address);
  if (number != NULL)
    yz_sheet_row_add_finding (row, YZ_FINDING_NOTE, G_MAXUINT,
                              _ ("Row %u: the address ends with %s, which may be the telephone number; "
                                 "it was not taken over"),
                              yz_sheet_get_row_number (reader->sheet, index), number);
}

static void
require_title (const YzRowReader *reader, YzSheetRow *row, guint index)
{
  const YzField *field = yz_kind_find_field (row->kind, row->kind->title_field);
  guint number = yz_sheet_get_row_number (reader->sheet, index);

  if (row->presence[yz_kind_get_index (row->kind, field)] == YZ_ROW_EMPTY)
    yz_sheet_row_add_finding (row, YZ_FINDING_ERROR, G_MAXUINT, _ ("Row %u: %s is missing"), number, _ (field->title));
}

void
yz_row_reader_read (YzRowReader *reader, guint index, YzSheetRow *row)
{
  yz_sheet_row_clear (row);
  for (guint i = 0; i < reader->columns->len; i++)
    read_column (reader, row, index, i);
  if (reader->position.pair >= 0 || reader->position.geometry ||
      (reader->position.lon >= 0 && reader->position.lat >= 0))
    read_position (reader, row, index);
  look_at_address (reader, row, index);
  require_title (reader, row, index);
}
