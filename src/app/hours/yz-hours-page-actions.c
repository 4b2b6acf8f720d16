/* What is done to the hours: each action hands its words to the editing. */
#include "config.h"

#include "yz-hours-page-actions.h"

#include "yz-hours-dialogs.h"
#include "yz-hours-names.h"

static YzHoursEdit *
get_edit (GtkWidget *widget)
{
  return yz_hours_page_get_edit (YZ_HOURS_PAGE (widget));
}

static YzSession *
get_session (GtkWidget *widget)
{
  return yz_hours_page_get_session (YZ_HOURS_PAGE (widget));
}

static const YzHoursGrid *
get_grid (GtkWidget *widget)
{
  return yz_hours_edit_get_grid (get_edit (widget));
}

static guint
get_season (GtkWidget *widget)
{
  guint season;

  g_object_get (get_edit (widget), "season", &season, NULL);
  return season;
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_undo (get_edit (widget));
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_redo (get_edit (widget));
}

static void
template_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint n_templates;

  yz_hours_edit_get_templates (&n_templates);
  if (g_variant_get_uint32 (parameter) < n_templates)
    yz_hours_edit_apply_template (get_edit (widget), g_variant_get_uint32 (parameter));
}

static void
copy_from_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_dialog_show_copy (widget, get_session (widget));
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_clear (get_edit (widget));
}

static void
text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_set_text (get_edit (widget), g_variant_get_string (parameter, NULL));
}

static void
row_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *text;
  guint row;

  g_variant_get (parameter, "(u&s)", &row, &text);
  if (get_grid (widget) != NULL && row < YZ_HOURS_N_ROWS)
    yz_hours_edit_set_row_text (get_edit (widget), row, text, NULL);
}

static void
show_season_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (get_edit (widget), "season", g_variant_get_uint32 (parameter), NULL);
}

static void
add_season_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_dialog_show_season (widget, NULL, 0);
}

static void
add_season_dates_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int first_month, first_day, last_month, last_day;

  g_variant_get (parameter, "(iiii)", &first_month, &first_day, &last_month, &last_day);
  yz_hours_edit_add_season (get_edit (widget), first_month, first_day, last_month, last_day);
}

static void
edit_season_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint season = get_season (widget);

  if (season > 0)
    yz_hours_dialog_show_season (widget, g_ptr_array_index (get_grid (widget)->seasons, season), season);
}

static void
set_season_dates_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int first_month, first_day, last_month, last_day;
  guint season;

  g_variant_get (parameter, "(uiiii)", &season, &first_month, &first_day, &last_month, &last_day);
  yz_hours_edit_set_season_dates (get_edit (widget), season, first_month, first_day, last_month, last_day);
}

static void
remove_season_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (get_season (widget) > 0)
    yz_hours_edit_remove_season (get_edit (widget), get_season (widget));
}

static void
workday_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_set_workday (get_edit (widget), g_variant_get_string (parameter, NULL));
}

static void
remedy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GPtrArray *findings = yz_hours_edit_get_findings (get_edit (widget));
  guint index, remedy;

  g_variant_get (parameter, "(uu)", &index, &remedy);
  if (index < findings->len)
    yz_hours_edit_apply_remedy (get_edit (widget), g_ptr_array_index (findings, index), remedy);
}

static void
add_exception_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_dialog_show_exception (widget, get_session (widget), NULL, G_MAXUINT);
}

static void
edit_exception_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint index = g_variant_get_uint32 (parameter);

  if (get_grid (widget) != NULL && index < get_grid (widget)->exceptions->len)
    yz_hours_dialog_show_exception (widget, get_session (widget),
                                    g_ptr_array_index (get_grid (widget)->exceptions, index), index);
}

static void
set_exception_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *first, *last, *times, *reason;
  g_autoptr (GError) error = NULL;
  YzHoursException *exception;
  guint index;
  int kind;

  g_variant_get (parameter, "(ui&s&s&s&s)", &index, &kind, &first, &last, &times, &reason);
  exception = yz_hours_exception_new_from_words (CLAMP (kind, 0, YZ_HOURS_N_EXCEPTION_KINDS - 1), first, last, times,
                                                 reason, &error);
  if (exception != NULL)
    yz_hours_edit_set_exception (get_edit (widget), index, exception);
  else
    yz_session_report_error (get_session (widget), error);
}

static void
remove_exception_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_remove_exception (get_edit (widget), g_variant_get_uint32 (parameter));
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  yz_hours_edit_accept_recognised (get_edit (widget));
}

void
yz_hours_page_install_edit_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "hours.undo", NULL, undo_cb },
    { "hours.redo", NULL, redo_cb },
    { "hours.template", "u", template_cb },
    { "hours.copy-from", NULL, copy_from_cb },
    { "hours.clear", NULL, clear_cb },
    { "hours.text", "s", text_cb },
    { "hours.row-text", "(us)", row_text_cb },
    { "hours.show-season", "u", show_season_cb },
    { "hours.add-season", NULL, add_season_cb },
    { "hours.add-season-dates", "(iiii)", add_season_dates_cb },
    { "hours.edit-season", NULL, edit_season_cb },
    { "hours.set-season-dates", "(uiiii)", set_season_dates_cb },
    { "hours.remove-season", NULL, remove_season_cb },
    { "hours.workday", "s", workday_cb },
    { "hours.remedy", "(uu)", remedy_cb },
    { "hours.add-exception", NULL, add_exception_cb },
    { "hours.edit-exception", "u", edit_exception_cb },
    { "hours.set-exception", "(uissss)", set_exception_cb },
    { "hours.remove-exception", "u", remove_exception_cb },
    { "hours.accept", NULL, accept_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}
