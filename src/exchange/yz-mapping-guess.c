/* Columns recognised by heading, then by what is in their cells. The best fitting pairs are taken first. */
#include "config.h"

#include "yz-mapping.h"

#include "yz-heading.h"
#include "yz-phone-text.h"
#include "yz-position-text.h"
#include "yz-text.h"
#include "yz-value-text.h"

#include <string.h>

#define N_SAMPLES 200
#define MOST 0.7
#define BY_CELLS 0.5

typedef gboolean (*CellTest) (const char *cell, gconstpointer data);

typedef struct
{
  double score;
  guint column;
  const YzField *field;
} Candidate;

/* The part of the non-empty cells that pass @test, -1 if all are empty. Samples are taken from the whole list. */
static double
measure (const YzSheet *sheet, guint column, CellTest test, gconstpointer data)
{
  guint n_rows = yz_sheet_get_n_rows (sheet);
  guint stride = MAX (n_rows / N_SAMPLES, 1);
  guint n = 0, passed = 0;

  for (guint row = 0; row < n_rows; row += stride)
    {
      const char *cell = yz_sheet_get_cell (sheet, row, column);

      if (*cell == '\0')
        continue;
      n++;
      if (test (cell, data))
        passed++;
    }
  return n > 0 ? (double) passed / n : -1;
}

static gboolean
is_value_of (const char *cell, gconstpointer data)
{
  g_autoptr (GVariant) value = NULL;

  return yz_field_parse (data, cell, &value, NULL);
}

static gboolean
is_pair (const char *cell, gconstpointer data)
{
  YzPositionReading reading;

  return yz_position_parse_pair (cell, &reading, NULL) && reading.shape != YZ_PAIR_IMPLAUSIBLE;
}

static gboolean
is_degrees (const char *cell, gconstpointer data)
{
  double degrees;

  return yz_position_parse_number (cell, &degrees, NULL);
}

/* With the decimals that a position has: a seat count between 73 and 136 is no longitude. */
static gboolean
is_degrees_within (const char *cell, gconstpointer data)
{
  const double *range = data;
  const char *point = strchr (cell, '.');
  double degrees;

  return point != NULL && strlen (point) > 3 && yz_position_parse_number (cell, &degrees, NULL) &&
         degrees >= range[0] && degrees <= range[1];
}

static gboolean
is_answer (const char *cell, gconstpointer data)
{
  const YzField *field = data;
  gboolean value;

  return yz_value_parse_boolean (cell, &value) || yz_field_find_choice (field, cell) != NULL;
}

static gboolean
is_phone (const char *cell, gconstpointer data)
{
  g_auto (YzPhoneReading) reading = { NULL };

  yz_phone_read (cell, &reading);
  return reading.n_unread == 0 && reading.numbers[0] != NULL && strlen (reading.numbers[0]) >= 7;
}

static gboolean
is_hours (const char *cell, gconstpointer data)
{
  return g_regex_match_simple ("\\d{1,2}[:：点]\\d{0,2}.*[-—–~至到].*\\d|24 ?小时|24/7|全天", cell, 0, 0);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->score != y->score)
    return x->score < y->score ? 1 : -1;
  return (x->column > y->column) - (x->column < y->column);
}

static gboolean
is_taken (const YzMapping *mapping, const Candidate *candidate)
{
  if (yz_mapping_get_column (mapping, candidate->column)->target != YZ_TARGET_IGNORE)
    return TRUE;
  return candidate->field->type != YZ_FIELD_LIST && yz_mapping_find_field (mapping, candidate->field->name) >= 0;
}

/* A heading may use a field's word for something else: what the cells of the column are has the last word. */
static gboolean
fits_cells (const YzSheet *sheet, guint column, const YzField *field, double score)
{
  double share = 1;

  switch (field->type)
    {
    case YZ_FIELD_CHOICE:
    case YZ_FIELD_BOOLEAN:
      share = measure (sheet, column, is_value_of, field);
      return share < 0 || share >= (score < 1 ? MOST : 0.3) || (field->flags & YZ_FIELD_REQUIRED) != 0;
    case YZ_FIELD_INTEGER:
    case YZ_FIELD_REAL:
    case YZ_FIELD_MONEY:
    case YZ_FIELD_DATE:
    case YZ_FIELD_TIME:
      if (g_str_equal (field->name, "lon") || g_str_equal (field->name, "lat"))
        share = measure (sheet, column, is_degrees, NULL);
      else if (score < 1)
        share = measure (sheet, column, is_value_of, field);
      /* wrong numbers under the right heading are mistakes to be told, not another column */
      return share < 0 || share >= (score < 1 ? MOST : 0.3);
    case YZ_FIELD_TEXT:
    case YZ_FIELD_NOTE:
    case YZ_FIELD_REF:
    case YZ_FIELD_LIST:
    case YZ_FIELD_MAP:
    default:
      return TRUE;
    }
}

static double
rate_heading (const char *heading, const YzField *field)
{
  g_autofree char *folded = yz_heading_fold (heading);
  g_autofree char *bracketed = yz_heading_get_bracketed (heading);
  double score = yz_heading_matches_field (folded, field);

  /* "联系人(酒店名称或者政府部门)": the bracket explains what the column holds */
  if (bracketed != NULL && (field->flags & YZ_FIELD_REQUIRED) != 0 && field->type == YZ_FIELD_TEXT && score < 1)
    {
      g_auto (GStrv) words = g_strsplit (field->synonyms != NULL ? field->synonyms : "", "|", -1);

      for (guint i = 0; words[i] != NULL; i++)
        if (strlen (words[i]) >= 6 && strstr (bracketed, words[i]) != NULL)
          score = MAX (score, 1.01);
    }
  return score;
}

static void
add_candidates (GArray *candidates, const YzKind *kind, const YzSheet *sheet, guint column)
{
  const char *heading = yz_sheet_get_heading (sheet, column);

  for (guint i = 0; *heading != '\0' && i < kind->n_fields; i++)
    {
      Candidate candidate = { rate_heading (heading, &kind->fields[i]), column, &kind->fields[i] };

      if ((kind->fields[i].flags & YZ_FIELD_INTERNAL) == 0 && candidate.score > 0 &&
          fits_cells (sheet, column, &kind->fields[i], candidate.score))
        g_array_append_val (candidates, candidate);
    }
}

static const YzField *
find_map_field (const YzKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == YZ_FIELD_MAP)
      return &kind->fields[i];
  return NULL;
}

/* 热水供应: true, false */
static void
find_elements (YzMapping *mapping, const YzSheet *sheet, const YzWordList *words)
{
  const YzField *field = find_map_field (yz_mapping_get_kind (mapping));

  for (guint i = 0; field != NULL && i < yz_sheet_get_n_columns (sheet); i++)
    {
      g_autofree char *folded = yz_heading_fold (yz_sheet_get_heading (sheet, i));
      const char *code = yz_word_list_find_exact (words, folded);

      if (code != NULL && measure (sheet, i, is_answer, field) >= MOST)
        yz_mapping_set_column (mapping, i, YZ_TARGET_ELEMENT, field, code, 1);
    }
}

static gboolean
is_pair_heading (const char *heading)
{
  static const char *const words[] = { "坐标",     "经纬度",   "经度纬度",    "位置坐标", "地理坐标",
                                       "高德坐标", "百度坐标", "lnglat",      "lonlat",   "latlng",
                                       "latlon",   "location", "coordinates", "gps" };
  g_autofree char *folded = yz_heading_fold (heading);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (folded, words[i]))
      return TRUE;
  return FALSE;
}

static void
find_pair (YzMapping *mapping, const YzSheet *sheet)
{
  if (yz_kind_find_field (yz_mapping_get_kind (mapping), "lon") == NULL)
    return;

  for (guint i = 0; i < yz_sheet_get_n_columns (sheet) && yz_mapping_find_pair (mapping) < 0; i++)
    {
      double share = measure (sheet, i, is_pair, NULL);

      if (share >= MOST || (share > 0 && is_pair_heading (yz_sheet_get_heading (sheet, i))))
        yz_mapping_set_column (mapping, i, YZ_TARGET_PAIR, NULL, NULL, share >= MOST ? 1 : BY_CELLS);
    }
}

static void
take_best (YzMapping *mapping, GArray *candidates)
{
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (!is_taken (mapping, candidate))
        yz_mapping_set_column (mapping, candidate->column, YZ_TARGET_FIELD, candidate->field, NULL,
                               MIN (candidate->score, 1));
    }
}

static void
take_by_cells (YzMapping *mapping, const YzSheet *sheet, const char *name, CellTest test, gconstpointer data)
{
  const YzField *field = yz_kind_find_field (yz_mapping_get_kind (mapping), name);

  if (field == NULL || yz_mapping_find_field (mapping, name) >= 0)
    return;
  for (guint i = 0; i < yz_sheet_get_n_columns (sheet); i++)
    if (yz_mapping_get_column (mapping, i)->target == YZ_TARGET_IGNORE && measure (sheet, i, test, data) >= MOST)
      {
        yz_mapping_set_column (mapping, i, YZ_TARGET_FIELD, field, NULL, BY_CELLS);
        return;
      }
}

/* A list without headings at all still says which numbers are degrees. */
static void
find_by_cells (YzMapping *mapping, const YzSheet *sheet)
{
  static const double longitudes[] = { 73, 136 }, latitudes[] = { 3, 54 };

  if (yz_mapping_find_pair (mapping) < 0 && !yz_sheet_has_points (sheet))
    {
      take_by_cells (mapping, sheet, "lon", is_degrees_within, longitudes);
      take_by_cells (mapping, sheet, "lat", is_degrees_within, latitudes);
    }
  take_by_cells (mapping, sheet, "phones", is_phone, NULL);
  if (yz_mapping_find_field (mapping, "hours") < 0)
    take_by_cells (mapping, sheet, "hours_text", is_hours, NULL);
}

/* Where no heading names the records, the first column of different words does. */
static void
find_title (YzMapping *mapping, const YzSheet *sheet)
{
  const YzKind *kind = yz_mapping_get_kind (mapping);
  const YzField *title = yz_kind_find_field (kind, kind->title_field);
  guint n_rows = MIN (yz_sheet_get_n_rows (sheet), 2 * N_SAMPLES);

  if (yz_mapping_find_field (mapping, kind->title_field) >= 0)
    return;
  for (guint i = 0; i < yz_sheet_get_n_columns (sheet); i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      guint n_words = 0;

      if (yz_mapping_get_column (mapping, i)->target != YZ_TARGET_IGNORE)
        continue;
      for (guint row = 0; row < n_rows; row++)
        {
          const char *cell = yz_sheet_get_cell (sheet, row, i);

          if (*cell != '\0' && !yz_heading_is_value (cell) && g_hash_table_add (seen, (char *) cell))
            n_words++;
        }
      if (n_rows > 0 && n_words >= MOST * n_rows)
        {
          yz_mapping_set_column (mapping, i, YZ_TARGET_FIELD, title, NULL, BY_CELLS);
          return;
        }
    }
}

static void
find_datum (YzMapping *mapping, const YzSheet *sheet)
{
  static const struct
  {
    const char *word;
    YzDatum datum;
  } words[] = {
    { "bd09mc", YZ_DATUM_BD09MC }, { "bd-09", YZ_DATUM_BD09 },   { "bd09", YZ_DATUM_BD09 },
    { "bd_", YZ_DATUM_BD09 },      { "百度", YZ_DATUM_BD09 },    { "baidu", YZ_DATUM_BD09 },
    { "gcj", YZ_DATUM_GCJ02 },     { "火星", YZ_DATUM_GCJ02 },   { "高德", YZ_DATUM_GCJ02 },
    { "腾讯", YZ_DATUM_GCJ02 },    { "amap", YZ_DATUM_GCJ02 },   { "wgs", YZ_DATUM_WGS84 },
    { "gps", YZ_DATUM_WGS84 },     { "天地图", YZ_DATUM_WGS84 }, { "cgcs2000", YZ_DATUM_WGS84 },
  };

  for (guint i = 0; i < yz_sheet_get_n_columns (sheet); i++)
    {
      const YzMappedColumn *column = yz_mapping_get_column (mapping, i);
      g_autofree char *folded = yz_text_fold (yz_sheet_get_heading (sheet, i));

      if (column->target != YZ_TARGET_PAIR &&
          !(column->target == YZ_TARGET_FIELD &&
            (g_str_equal (column->field->name, "lon") || g_str_equal (column->field->name, "lat"))))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        if (strstr (folded, words[j].word) != NULL)
          {
            yz_mapping_set_datum (mapping, words[j].datum);
            return;
          }
    }
}

YzMapping *
yz_mapping_guess (const YzKind *kind, const YzSheet *sheet, const YzWordList *words)
{
  YzMapping *mapping = yz_mapping_new (kind, yz_sheet_get_n_columns (sheet));
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  find_elements (mapping, sheet, words);
  find_pair (mapping, sheet);
  for (guint i = 0; i < yz_sheet_get_n_columns (sheet); i++)
    add_candidates (candidates, kind, sheet, i);
  take_best (mapping, candidates);
  find_by_cells (mapping, sheet);
  find_title (mapping, sheet);
  find_datum (mapping, sheet);
  return mapping;
}
