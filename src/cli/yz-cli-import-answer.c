#include "config.h"

#include "yz-cli-import-answer.h"

#include "yz-cli.h"
#include "yz-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
get_status (const YzImportPlan *plan, guint row)
{
  switch (yz_import_plan_get_outcome (plan, row))
    {
    case YZ_IMPORT_NEW:
      return "created";
    case YZ_IMPORT_CHANGED:
      return "updated";
    case YZ_IMPORT_SAME:
      return "unchanged";
    case YZ_IMPORT_DUPLICATE:
      return yz_import_plan_get_decision (plan, row) == YZ_IMPORT_SEPARATE ? "created"
             : yz_import_plan_get_decision (plan, row) == YZ_IMPORT_MERGE  ? "merged"
                                                                           : "duplicate";
    case YZ_IMPORT_REFUSED:
    default:
      return "refused";
    }
}

static guint
count_status (const YzImportPlan *plan, const char *status)
{
  guint n = 0;

  for (guint row = 0; row < yz_import_plan_get_n_rows (plan); row++)
    if (g_str_equal (get_status (plan, row), status))
      n++;
  return n;
}

static void
append_member (GString *json, const char *name, const char *text)
{
  g_string_append_printf (json, ",\"%s\":", name);
  if (text != NULL)
    yz_json_append_string (json, text);
  else
    g_string_append (json, "null");
}

static void
append_boolean (GString *json, const char *name, gboolean value)
{
  g_string_append_printf (json, ",\"%s\":%s", name, value ? "true" : "false");
}

static void
append_duplicate (GString *json, YzImportPlan *plan, guint row)
{
  g_autoptr (YzRecord) known = yz_import_plan_load_known (plan, row);
  g_autofree char *reason = yz_import_plan_get_reason (plan, row);
  YzMatch match;
  guint other;

  yz_import_plan_get_match (plan, row, &match, &other);
  g_string_append_printf (json,
                          "{\"row\":%u,\"other_row\":", yz_sheet_get_row_number (yz_import_plan_get_table (plan), row));
  if (other != YZ_SHEET_NONE)
    g_string_append_printf (json, "%u", yz_sheet_get_row_number (yz_import_plan_get_table (plan), other));
  else
    g_string_append (json, "null");
  append_member (json, "id", known != NULL ? yz_record_get_id (known) : NULL);
  append_member (json, "name", known != NULL ? yz_record_get_title (known) : NULL);
  g_string_append (json, ",\"likeness\":");
  yz_json_append_real (json, round (match.likeness * 100) / 100);
  g_string_append (json, ",\"metres\":");
  yz_json_append_real (json, round (match.metres));
  append_boolean (json, "same_name", match.same_name);
  append_boolean (json, "same_address", match.same_address);
  append_boolean (json, "same_phone", match.same_phone);
  append_boolean (json, "same_code", match.same_code);
  append_member (json, "status", get_status (plan, row));
  append_member (json, "reason", reason);
  g_string_append_c (json, '}');
}

static void
append_rows (GString *json, YzImportPlan *plan)
{
  g_string_append (json, ",\"rows\":[");
  for (guint row = 0; row < yz_import_plan_get_n_rows (plan); row++)
    {
      g_autofree char *reason = yz_import_plan_get_reason (plan, row);

      g_string_append_printf (json, "%s{\"row\":%u", row > 0 ? "," : "",
                              yz_sheet_get_row_number (yz_import_plan_get_table (plan), row));
      append_member (json, "status", get_status (plan, row));
      append_member (json, "reason", reason);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_columns (GString *json, const YzImportPlan *plan)
{
  const YzSheet *sheet = yz_import_plan_get_table (plan);
  const YzMapping *mapping = yz_import_plan_get_mapping (plan);

  g_string_append (json, ",\"columns\":[");
  for (guint i = 0; i < yz_mapping_get_n_columns (mapping); i++)
    {
      g_autofree char *target = yz_mapping_get_target_name (mapping, i);

      g_string_append_printf (json, "%s{\"heading\":", i > 0 ? "," : "");
      yz_json_append_string (json, yz_sheet_get_heading (sheet, i));
      append_member (json, "field", g_str_equal (target, "-") ? NULL : target);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_datum (GString *json, const YzImportPlan *plan)
{
  YzDatumEvidence evidence;
  gboolean stated;
  YzDatum datum = yz_import_plan_get_datum (plan, &evidence, &stated);

  if (!yz_import_plan_has_positions (plan))
    return;
  append_member (json, "datum", yz_datum_get_name (datum));
  append_boolean (json, "datum_assumed", !stated && !evidence.certain);
}

static void
print_json (YzImportPlan *plan)
{
  g_autoptr (GString) json = g_string_new (NULL);
  gboolean first = TRUE;

  g_string_append_printf (json, "{\"created\":%u,\"updated\":%u,\"unchanged\":%u,\"refused\":%u,\"duplicates\":[",
                          count_status (plan, "created"), count_status (plan, "updated"),
                          count_status (plan, "unchanged"), count_status (plan, "refused"));
  for (guint row = 0; row < yz_import_plan_get_n_rows (plan); row++)
    if (yz_import_plan_get_outcome (plan, row) == YZ_IMPORT_DUPLICATE)
      {
        if (!first)
          g_string_append_c (json, ',');
        append_duplicate (json, plan, row);
        first = FALSE;
      }
  g_string_append_c (json, ']');
  append_rows (json, plan);
  append_columns (json, plan);
  append_datum (json, plan);
  g_string_append_c (json, '}');
  yz_cli_put_document (json);
}

static void
print_text (YzImportPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *goods = yz_import_plan_describe_goods (plan);

  for (guint row = 0; row < yz_import_plan_get_n_rows (plan); row++)
    {
      g_autofree char *reason = yz_import_plan_get_reason (plan, row);

      if (reason != NULL)
        g_string_append_printf (text, "%s\n", reason);
    }
  if (goods != NULL)
    g_string_append_printf (text, "%s\n", goods);
  g_string_append_printf (text, _ ("created %u, updated %u, unchanged %u, possible duplicates %u, refused %u"),
                          count_status (plan, "created"), count_status (plan, "updated"),
                          count_status (plan, "unchanged"), yz_import_plan_count (plan, YZ_IMPORT_DUPLICATE),
                          count_status (plan, "refused"));
  g_string_append_c (text, '\n');
  yz_cli_put (text->str);
}

/* What a person should know of cells that were not taken over, and of the datum. */
static void
print_notes (YzImportPlan *plan)
{
  const YzMapping *mapping = yz_import_plan_get_mapping (plan);
  YzDatumEvidence evidence;
  gboolean stated;
  YzDatum datum = yz_import_plan_get_datum (plan, &evidence, &stated);

  for (guint i = 0; i < yz_mapping_get_n_columns (mapping); i++)
    {
      const YzColumnCount *count = yz_import_plan_get_column_count (plan, i);
      g_autofree char **words = (char **) g_hash_table_get_keys_as_array (count->unknown, NULL);
      g_autofree char *list = g_strjoinv (", ", words);

      if (*words != NULL)
        yz_cli_say (_ ("column “%s”: words not recognised: %s"),
                    yz_sheet_get_heading (yz_import_plan_get_table (plan), i), list);
    }
  if (!yz_import_plan_has_positions (plan) || stated)
    return;
  if (evidence.certain)
    yz_cli_say (_ ("the positions are %s: %u of them lie %.0f m from stations that are known"),
                yz_datum_get_name (datum), evidence.n, evidence.metres[datum]);
  else
    yz_cli_say (_ ("nobody says which datum the positions are in: WGS-84 is assumed; say --datum if they are not"));
}

void
yz_cli_import_put_answer (YzImportPlan *plan, gboolean json)
{
  print_notes (plan);
  if (json)
    print_json (plan);
  else
    print_text (plan);
}

gboolean
yz_cli_import_took_all (const YzImportPlan *plan)
{
  return count_status (plan, "refused") == 0 && count_status (plan, "duplicate") == 0;
}
