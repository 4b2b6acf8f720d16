#include "config.h"

#include "yz-list-report.h"

#include "yz-list-writer.h"

#include <glib/gi18n-lib.h>

const char *
yz_import_outcome_get_title (YzImportOutcome outcome)
{
  static const char *const titles[YZ_N_IMPORT_OUTCOMES] = {
    [YZ_IMPORT_NEW] = N_ ("New"),         [YZ_IMPORT_CHANGED] = N_ ("Changed"),
    [YZ_IMPORT_SAME] = N_ ("Same"),       [YZ_IMPORT_DUPLICATE] = N_ ("Possible duplicate"),
    [YZ_IMPORT_REFUSED] = N_ ("Refused"),
  };

  return _ (titles[outcome]);
}

static GArray *
make_columns (const YzSheet *sheet)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (YzListColumn));
  YzListColumn result = { (char *) _ ("Result"), YZ_LIST_TEXT }, reason = { (char *) _ ("Reason"), YZ_LIST_TEXT };

  for (guint i = 0; i < yz_sheet_get_n_columns (sheet); i++)
    {
      YzListColumn column = { (char *) yz_sheet_get_heading (sheet, i), YZ_LIST_TEXT };

      g_array_append_val (columns, column);
    }
  g_array_append_val (columns, result);
  g_array_append_val (columns, reason);
  return columns;
}

/* Why a row is as it is: the refusal, the double, or what was noticed about its cells. */
static char *
make_reason (YzImportPlan *plan, guint row)
{
  char *reason = yz_import_plan_get_reason (plan, row);
  g_autoptr (YzSheetRow) values = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  if (reason != NULL)
    return reason;
  values = yz_import_plan_read_row (plan, row);
  messages = g_ptr_array_new ();
  for (guint i = 0; values->findings != NULL && i < values->findings->len; i++)
    g_ptr_array_add (messages, ((YzFinding *) g_ptr_array_index (values->findings, i))->message);
  g_ptr_array_add (messages, NULL);
  return g_strjoinv ("; ", (char **) messages->pdata);
}

static gboolean
write_row (YzListWriter *writer, YzImportPlan *plan, guint row, GError **error)
{
  YzSheet *sheet = yz_import_plan_get_table (plan);
  guint n = yz_sheet_get_n_columns (sheet);
  g_autofree const char **cells = g_new0 (const char *, n + 2);
  g_autofree char *reason = make_reason (plan, row);
  YzPosition point;
  gboolean has_point = yz_sheet_get_point (sheet, row, &point);

  for (guint i = 0; i < n; i++)
    cells[i] = yz_sheet_get_cell (sheet, row, i);
  cells[n] = yz_import_outcome_get_title (yz_import_plan_get_outcome (plan, row));
  cells[n + 1] = reason;
  return yz_list_writer_add (writer, cells, has_point ? &point : NULL, error);
}

gboolean
yz_list_report_save (YzImportPlan *plan, const char *path, GError **error)
{
  YzSheet *sheet = yz_import_plan_get_table (plan);
  g_autoptr (GArray) columns = make_columns (sheet);
  g_autoptr (YzListWriter) writer = NULL;
  YzListFormat format;

  if (!yz_list_format_from_path (path, &format))
    {
      g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_FORMAT,
                           _ ("The name must end in .csv, .xlsx or .ods"));
      return FALSE;
    }
  writer =
    yz_list_writer_new (path, format, _ ("Result"), (const YzListColumn *) columns->data, columns->len, 0, error);
  if (writer == NULL)
    return FALSE;
  for (guint row = 0; row < yz_import_plan_get_n_rows (plan); row++)
    if (!write_row (writer, plan, row, error))
      return FALSE;
  return yz_list_writer_finish (writer, error);
}
