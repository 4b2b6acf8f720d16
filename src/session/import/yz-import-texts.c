/* What an import says about itself: where the list comes from, why that datum, what will be written or was. */
#include "config.h"

#include "yz-import-private.h"

#include <glib/gi18n-lib.h>

char *
yz_import_format_source (YzImport *self)
{
  const char *source, *layer;
  guint n_rows;
  g_autofree char *rows = NULL;

  if (self->table == NULL)
    return NULL;
  source = yz_sheet_get_source (self->table);
  layer = yz_sheet_get_layer (self->table);
  n_rows = yz_sheet_get_n_rows (self->table);
  rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  return g_strdup_printf ("%s%s%s · %s", *source != '\0' ? source : _ ("Pasted list"), *layer != '\0' ? " · " : "",
                          layer, rows);
}

char *
yz_import_format_queue (YzImport *self)
{
  g_autofree char *name = NULL;

  if (self->files->len < 2 || self->stage == YZ_IMPORT_STAGE_DONE)
    return NULL;
  name = g_filename_display_basename (g_ptr_array_index (self->files, self->file));
  /* Translators: which of several files is looked at, of how many, and its name */
  return g_strdup_printf (_ ("File %u of %u: %s"), self->file + 1, self->files->len, name);
}

char *
yz_import_format_evidence (YzImport *self)
{
  YzDatumEvidence evidence;
  gboolean stated;
  YzDatum datum;

  if (self->plan == NULL || !yz_import_plan_has_positions (self->plan))
    return NULL;
  datum = yz_import_plan_get_datum (self->plan, &evidence, &stated);
  if (evidence.n == 0)
    return g_strdup (stated ? NULL : _ ("No known record to compare with: please say which datum it is"));
  /* Translators: a datum, a number of positions and metres */
  return g_strdup_printf (_ ("Read as %s, %u positions lie %.0f m from known records on average"),
                          yz_datum_get_name (datum), evidence.n, evidence.metres[datum]);
}

gboolean
yz_import_asks_datum (YzImport *self)
{
  YzDatumEvidence evidence;
  gboolean stated;

  if (self->plan == NULL || !yz_import_plan_has_positions (self->plan))
    return FALSE;
  yz_import_plan_get_datum (self->plan, &evidence, &stated);
  return !stated && !evidence.certain;
}

static char *
format_totals (const YzImportTotals *totals)
{
  g_autofree char *rows = g_strdup_printf (_ ("%u new, %u changed, %u as they were, %u not written"), totals->created,
                                           totals->changed, totals->same, totals->left_out);

  if (totals->files < 2)
    return g_steal_pointer (&rows);
  /* Translators: how many files, then what became of their rows */
  return g_strdup_printf (_ ("%u files: %s"), totals->files, rows);
}

/* What was decided about a double is counted as what it will be. */
static char *
format_preview (const YzImportPlan *plan)
{
  guint created = yz_import_plan_count (plan, YZ_IMPORT_NEW);
  guint changed = yz_import_plan_count (plan, YZ_IMPORT_CHANGED);
  guint left_out = yz_import_plan_count (plan, YZ_IMPORT_REFUSED);
  g_autofree char *goods = yz_import_plan_describe_goods (plan);

  if (goods != NULL)
    return g_strdup_printf (
      _ ("After the import: %s. %u rows are in the books already, %u rows are not written. All of "
         "it can be undone, also after a restart."),
      goods, yz_import_plan_count (plan, YZ_IMPORT_SAME), left_out);
  created += yz_import_plan_count_decided (plan, YZ_IMPORT_SEPARATE);
  changed += yz_import_plan_count_decided (plan, YZ_IMPORT_MERGE);
  left_out += yz_import_plan_count_decided (plan, YZ_IMPORT_SKIP);
  return g_strdup_printf (_ ("After the import: %u new, %u changed, %u stay as they are. %u to be decided, "
                             "%u rows are not written. All of it can be undone, also after a restart."),
                          created, changed, yz_import_plan_count (plan, YZ_IMPORT_SAME),
                          yz_import_plan_count_decided (plan, YZ_IMPORT_UNDECIDED), left_out);
}

char *
yz_import_format_summary (YzImport *self)
{
  if (self->stage == YZ_IMPORT_STAGE_DONE)
    return format_totals (&self->totals);
  return self->plan != NULL ? format_preview (self->plan) : NULL;
}
