#include "config.h"

#include "yz-import-words.h"

#include "yz-import-plan-private.h"
#include "yz-value-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
yz_import_plan_value_to_words (YzImportPlan *plan, const YzField *field, GVariant *value)
{
  int column = yz_mapping_find_field (plan->mapping, plan->kind->title_field);
  guint row;

  if (plan->kin != NULL && value != NULL && field->type == YZ_FIELD_REF && column >= 0 &&
      yz_import_kin_find_row (plan->kin, g_variant_get_string (value, NULL), &row))
    return g_strdup (yz_sheet_get_cell (plan->sheet, row, column));
  return yz_value_to_words (plan->store, field, value, FALSE);
}

char **
yz_match_dup_words (const YzMatch *match)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *apart = g_strdup_printf (_ ("%.0f m apart"), match->metres);
  g_autofree char *alike = g_strdup_printf (_ ("names alike %.0f %%"), match->likeness * 100);

  if (!isnan (match->metres))
    g_strv_builder_add (words, apart);
  g_strv_builder_add (words, match->same_name ? _ ("same name") : alike);
  if (match->same_address)
    g_strv_builder_add (words, _ ("same address"));
  if (match->same_phone)
    g_strv_builder_add (words, _ ("same telephone"));
  if (match->same_code)
    g_strv_builder_add (words, _ ("same code"));
  return g_strv_builder_end (words);
}

char *
yz_match_dup_other (YzImportPlan *plan, guint row, guint other_row)
{
  g_autoptr (YzRecord) known = NULL;
  g_autofree char *name = NULL;

  if (other_row != YZ_SHEET_NONE)
    return g_strdup_printf (_ ("row %u of the list"),
                            yz_sheet_get_row_number (yz_import_plan_get_table (plan), other_row));
  known = yz_import_plan_load_known (plan, row);
  name = known != NULL ? yz_record_to_words (known, FALSE) : g_strdup ("?");
  return g_strdup_printf (_ ("“%s”"), name);
}
