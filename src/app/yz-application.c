#include "config.h"

#include "yz-application.h"

#include "yz-accels.h"
#include "yz-dialogs.h"
#include "yz-errors.h"
#include "yz-first-frame.h"
#include "yz-look-setting.h"
#include "yz-options.h"
#include "yz-preferences.h"
#include "yz-recent.h"
#include "yz-records.h"
#include "yz-sample.h"
#include "yz-screenshot.h"
#include "yz-widgets.h"
#include "yz-window.h"

#include <glib/gi18n-lib.h>

struct _YzApplication
{
  AdwApplication parent_instance;

  YzOptions options;
  YzClock *clock;
  YzIdFactory *ids;
  gboolean making_sample;
  int status;
};

G_DEFINE_FINAL_TYPE (YzApplication, yz_application, ADW_TYPE_APPLICATION)

static YzWindow *
find_window (YzApplication *self, GFile *file)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (YZ_IS_WINDOW (item->data) && yz_window_shows (item->data, file))
      return item->data;
  return NULL;
}

/* A window that shows a workspace keeps it; the welcome window is taken. */
static YzWindow *
get_free_window (YzApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (YZ_IS_WINDOW (item->data) && yz_window_shows (item->data, NULL))
      return item->data;
  return yz_window_new (GTK_APPLICATION (self), self->clock, self->ids);
}

static void
on_screenshot_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  YzApplication *self = YZ_APPLICATION (data);
  g_autoptr (GError) error = NULL;

  if (!yz_screenshot_take_finish (result, &error))
    {
      g_printerr ("%s\n", error->message);
      self->status = 1;
    }
  g_application_quit (G_APPLICATION (self));
}

static void
activate_asked_actions (YzApplication *self, GtkWidget *window)
{
  /* once: an action may itself open a workspace */
  g_auto (GStrv) actions = g_steal_pointer (&self->options.actions);

  for (guint i = 0; actions != NULL && actions[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (!g_action_parse_detailed_name (actions[i], &name, &target, NULL) ||
          !yz_window_activate (YZ_WINDOW (window), name, target))
        g_printerr (_ ("There is no action “%s”\n"), actions[i]);
    }
}

/* A page goes by its name, a list on the page of records by that of its kind. */
static void
show_asked_page (YzApplication *self, YzWindow *window)
{
  g_autofree char *page = g_steal_pointer (&self->options.page);
  g_autofree char *shown = NULL;
  g_autoptr (GPtrArray) listed = yz_records_list_kinds ();
  const YzKind *kind = page != NULL ? yz_kinds_find (page) : NULL;
  gboolean is_listed = g_ptr_array_find (listed, kind, NULL);

  if (page == NULL)
    return;
  g_object_set (window, "page", is_listed ? "records" : page, NULL);
  if (is_listed)
    yz_window_activate (window, "records.kind", g_variant_new_string (page));

  /* the window opens its first page instead of one that it does not know */
  g_object_get (window, "page", &shown, NULL);
  if (!is_listed && !g_str_equal (shown, page))
    g_printerr (_ ("There is no page “%s”\n"), page);
}

static void
follow_options (YzApplication *self, YzWindow *window)
{
  show_asked_page (self, window);
  activate_asked_actions (self, GTK_WIDGET (window));
  if (self->options.screenshot != NULL)
    yz_screenshot_take_async (GTK_WINDOW (window), self->options.screenshot, on_screenshot_taken, self);
}

static YzWindow *
find_other_window (YzApplication *self, YzWindow *window)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (YZ_IS_WINDOW (item->data) && item->data != (gpointer) window)
      return item->data;
  return NULL;
}

/* Beside a workspace that is open, an empty window would be one more thing to close. */
static void
tell_not_opened (YzApplication *self, YzWindow *window, const char *sentence)
{
  YzWindow *other = find_other_window (self, window);

  yz_dialogs_tell (GTK_WINDOW (other != NULL ? other : window), _ ("The Workspace Cannot Be Opened"), sentence);
  if (other != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  YzApplication *self = YZ_APPLICATION (data);
  g_autoptr (YzWindow) window = g_object_ref (YZ_WINDOW (source));
  g_autoptr (GError) error = NULL;

  if (!yz_window_open_finish (window, result, &error))
    {
      g_autofree char *sentence = yz_error_to_sentence (error);

      tell_not_opened (self, window, sentence);
      if (self->options.screenshot != NULL)
        g_printerr ("%s\n", sentence);
    }
  follow_options (self, window);
}

static void
present_window (YzApplication *self, YzWindow *window)
{
  int width, height;

  if (yz_options_get_size (&self->options, &width, &height))
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (self->options.screenshot != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (window), "yz-picture");
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_file (YzApplication *self, GFile *file, YzStoreFlags flags)
{
  YzWindow *window = find_window (self, file);

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  window = get_free_window (self);
  yz_first_frame_announce (window);
  yz_window_open_async (window, file, flags, on_opened, self);
  present_window (self, window);
}

static void
on_sample_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzApplication) self = data;
  g_autoptr (GFile) file = yz_sample_get_file ();
  g_autoptr (GError) error = NULL;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  self->making_sample = FALSE;
  /* whoever has closed the window has lost interest */
  if (yz_sample_make_finish (result, &error) && window != NULL)
    open_file (self, file, YZ_STORE_NONE);
  else if (error != NULL && window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    yz_dialogs_tell (window, _ ("The Sample Cannot Be Made"), error->message);
}

/* It takes a second or two to make the sample, once. */
static void
make_sample (YzApplication *self)
{
  YzWindow *window = get_free_window (self);
  g_autoptr (YzJob) job = NULL;

  present_window (self, window);
  if (self->making_sample)
    return;
  self->making_sample = TRUE;
  job = yz_job_new (_ ("Making the sample city"));
  yz_session_add_job (yz_window_get_session (window), job);
  yz_sample_make_async (self->clock, self->ids, job, on_sample_made, g_object_ref (self));
}

static void
open_sample (YzApplication *self)
{
  g_autoptr (GFile) file = yz_sample_get_file ();

  if (g_file_query_exists (file, NULL))
    open_file (self, file, YZ_STORE_NONE);
  else
    make_sample (self);
}

static void
yz_application_activate (GApplication *application)
{
  YzApplication *self = YZ_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autoptr (GPtrArray) recent = yz_recent_list ();

  if (self->options.sample)
    {
      self->options.sample = FALSE;
      open_sample (self);
      return;
    }
  if (window != NULL)
    gtk_window_present (window);
  else if (recent->len > 0)
    open_file (self, g_ptr_array_index (recent, 0), YZ_STORE_NONE);
  else
    {
      window = GTK_WINDOW (get_free_window (self));
      present_window (self, YZ_WINDOW (window));
      follow_options (self, YZ_WINDOW (window));
    }
}

static void
yz_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (YZ_APPLICATION (application), files[i], YZ_STORE_NONE);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  open_file (YZ_APPLICATION (data), file, YZ_STORE_NONE);
}

static void
create_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));

  open_file (YZ_APPLICATION (data), file, YZ_STORE_CREATE);
}

static void
on_new_path_chosen (GFile *file, gpointer data)
{
  open_file (YZ_APPLICATION (data), file, YZ_STORE_CREATE);
}

static void
new_workspace_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  yz_dialogs_choose_new_workspace (gtk_application_get_active_window (data), on_new_path_chosen, data);
}

static void
open_sample_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_sample (YZ_APPLICATION (data));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *preferences = yz_preferences_new ();

  gtk_window_set_transient_for (GTK_WINDOW (preferences), gtk_application_get_active_window (data));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  yz_dialogs_show_about (gtk_application_get_active_window (data));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows;

  /* each window closes its workspace properly */
  while ((windows = gtk_application_get_windows (data)) != NULL)
    gtk_window_destroy (windows->data);
}

static const GActionEntry actions[] = {
  { .name = "open", .activate = open_action, .parameter_type = "s" },
  { .name = "create", .activate = create_action, .parameter_type = "s" },
  { .name = "new-workspace", .activate = new_workspace_action },
  { .name = "open-sample", .activate = open_sample_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static void
yz_application_startup (GApplication *application)
{
  YzApplication *self = YZ_APPLICATION (application);

  G_APPLICATION_CLASS (yz_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  yz_accels_install (GTK_APPLICATION (self));
  if (self->options.dark || self->options.light)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), self->options.dark
                                                                            ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                            : ADW_COLOR_SCHEME_FORCE_LIGHT);
  else
    yz_look_setting_follow ();
}

/* A picture is always of a program of its own, whatever else is running. */
static int
yz_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  YzApplication *self = YZ_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (self->options.screenshot != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (self->options.sample && g_application_get_is_remote (application))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);
      return 0;
    }
  return -1;
}

static void
yz_application_finalize (GObject *object)
{
  YzApplication *self = YZ_APPLICATION (object);

  yz_options_clear (&self->options);
  g_clear_object (&self->ids);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (yz_application_parent_class)->finalize (object);
}

/* Also of windows that stand before another one. */
static void
yz_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (yz_application_parent_class)->window_added (application, window);
  yz_widgets_tell_cut_texts (GTK_WIDGET (window));
}

static void
yz_application_class_init (YzApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yz_application_finalize;
  GTK_APPLICATION_CLASS (klass)->window_added = yz_application_window_added;
  application_class->startup = yz_application_startup;
  application_class->activate = yz_application_activate;
  application_class->open = yz_application_open;
  application_class->handle_local_options = yz_application_handle_local_options;
}

static void
yz_application_init (YzApplication *self)
{
  self->clock = yz_clock_new ();
  self->ids = yz_id_factory_new (self->clock);
  yz_options_add (&self->options, G_APPLICATION (self));
}

YzApplication *
yz_application_new (void)
{
  return g_object_new (YZ_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path", "/org/yizhan/Yizhan",
                       "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

int
yz_application_get_status (YzApplication *self)
{
  g_return_val_if_fail (YZ_IS_APPLICATION (self), 1);
  return self->status;
}
