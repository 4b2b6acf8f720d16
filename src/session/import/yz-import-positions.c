/*
 * Where the rows of a list are: the datum, which those that are known already give away, and the positions that lie
 * astray from the others of their city or district. Both need all positions of the list, and nothing else of it.
 */
#include "config.h"

#include "yz-import-plan-private.h"

#include "yz-likeness.h"
#include "yz-text.h"

#include <string.h>

#define MAX_EVIDENCE 2000 /* positions that are compared to find the datum */

static guint64
hash_group (YzImportPlan *plan, int column, guint row)
{
  const char *cell = column >= 0 ? yz_sheet_get_cell (plan->sheet, row, column) : "";
  const char *dash = strrchr (cell, '-');

  if (dash != NULL && dash[1] != '\0')
    cell = dash + 1;
  return *cell != '\0' ? yz_likeness_hash (cell, strlen (cell)) : 0;
}

/* The column that says in which city or district a place is. */
static int
find_group_column (const YzImportPlan *plan)
{
  static const char *const words[] = { "城市", "市", "地市", "市州", "city", "dataset", "区县", "地区" };
  int column = yz_mapping_find_field (plan->mapping, "district");

  for (guint i = 0; column < 0 && i < yz_sheet_get_n_columns (plan->sheet); i++)
    {
      g_autofree char *folded = yz_text_fold (yz_sheet_get_heading (plan->sheet, i));

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        if (g_str_equal (folded, words[j]))
          column = i;
    }
  return column;
}

static void
collect_positions (YzImportPlan *plan, GArray *positions)
{
  int column = find_group_column (plan);

  for (guint row = 0; row < yz_sheet_get_n_rows (plan->sheet); row++)
    {
      YzGroupedPosition position = { .row = row };
      YzPairShape shape;

      if (!yz_row_read_pair (plan->sheet, plan->mapping, row, &position.position, &shape) ||
          !yz_position_is_valid (position.position))
        continue;
      plan->has_positions = TRUE;
      position.group = hash_group (plan, column, row);
      g_array_append_val (positions, position);
    }
}

/* Compares the raw positions of rows that are surely known stations with where those are. */
static void
weigh_datum (YzImportPlan *plan, GArray *positions)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) raw = g_array_new (FALSE, FALSE, sizeof (YzPosition));
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (YzPosition));
  int column = yz_mapping_find_field (plan->mapping, plan->kind->title_field);

  for (guint i = 0; column >= 0 && i < positions->len && i < MAX_EVIDENCE; i++)
    {
      const YzGroupedPosition *position = &g_array_index (positions, YzGroupedPosition, i);

      g_hash_table_replace (by_name, g_strdup (yz_sheet_get_cell (plan->sheet, position->row, column)),
                            (gpointer) position);
    }
  for (guint i = 0; i < plan->known_rows->len && g_hash_table_size (by_name) > 0; i++)
    {
      g_autoptr (YzRecord) record = yz_import_plan_load_entry (plan, i);
      const YzGroupedPosition *position = record != NULL ? g_hash_table_lookup (by_name, yz_record_get_title (record))
                                                         : NULL;
      YzPosition place;

      if (position == NULL || yz_record_get (record, "lon") == NULL || yz_record_get (record, "lat") == NULL)
        continue;
      place = (YzPosition){ yz_record_get_real (record, "lon"), yz_record_get_real (record, "lat") };
      g_array_append_val (raw, position->position);
      g_array_append_val (known, place);
      if (raw->len >= MAX_EVIDENCE)
        break;
    }
  yz_datum_weigh ((const YzPosition *) raw->data, (const YzPosition *) known->data, raw->len, &plan->evidence);
}

static void
find_datum (YzImportPlan *plan, GArray *positions)
{
  plan->datum_stated = yz_mapping_get_datum (plan->mapping, &plan->datum);
  if (yz_kind_find_field (plan->kind, "lon") == NULL || positions->len == 0)
    return;
  if (plan->known_rows->len > 0)
    weigh_datum (plan, positions);
  if (!plan->datum_stated)
    plan->datum = plan->evidence.certain ? plan->evidence.datum : YZ_DATUM_WGS84;
}

static void
find_astray (YzImportPlan *plan, GArray *positions)
{
  yz_positions_find_astray (positions);
  for (guint i = 0; i < positions->len; i++)
    {
      const YzGroupedPosition *position = &g_array_index (positions, YzGroupedPosition, i);

      if (position->astray)
        g_hash_table_insert (plan->astray, GUINT_TO_POINTER (position->row),
                             g_memdup2 (&position->metres, sizeof position->metres));
    }
}

void
yz_import_plan_find_positions (YzImportPlan *plan)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (YzGroupedPosition));

  collect_positions (plan, positions);
  find_datum (plan, positions);
  find_astray (plan, positions);
}
