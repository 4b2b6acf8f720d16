#include "config.h"

#include "yz-window-private.h"

#include "yz-action-text.h"
#include "yz-errors.h"
#include "yz-job-row.h"
#include "yz-preferences.h"
#include "yz-recent.h"
#include "yz-sidebar.h"
#include "yz-text.h"
#include "yz-tooltips.h"
#include "yz-widgets.h"
#include "yz-welcome.h"
#include "yz-window-export.h"

#include <glib/gi18n-lib.h>

/* longer than it takes a toast to come in, microseconds */
#define COMING_IN (G_USEC_PER_SEC / 2)

G_DEFINE_FINAL_TYPE (YzWindow, yz_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_SESSION = 1,
  PROP_STATIONS,
  PROP_VIEW,
  PROP_PAGE,
} YzWindowProperty;

static GParamSpec *properties[PROP_PAGE + 1];

/*
 * After every change: what happened, and the way back. It takes the place of what was said of the change before, whose
 * button would by now take back another one.
 */
static void
on_applied (YzWindow *self, const YzAction *action)
{
  g_autofree char *text = yz_action_dup_announcement (action);
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *markup = g_markup_escape_text (text, -1);
  const YzAction *undo = yz_session_get_undo_action (self->session);
  gboolean undone = action->mode == YZ_ACTION_UNDO;

  adw_toast_set_title (toast, markup);
  /* a note of who saw personal data stays: undo would take back the action before it */
  if (undone || (undo != NULL && (undo->seq == action->seq || undo->seq == action->target)))
    {
      adw_toast_set_button_label (toast, undone ? _ ("Redo") : _ ("Undo"));
      adw_toast_set_action_name (toast, undone ? "win.redo" : "win.undo");
    }
  yz_window_add_toast (self, toast);
}

static void
on_failed (YzWindow *self, const GError *error)
{
  yz_window_tell_error (self, error);
}

static void
on_hours_closed (YzWindow *self)
{
  yz_hours_page_set_edit (self->hours_page, NULL, NULL);
  g_object_set (self, "page", "stations", NULL);
}

/* The editor of hours slides over the page that it was opened from, and off again. */
static void
slide_to (YzWindow *self, GtkWidget *child)
{
  GtkStackTransitionType transition = GTK_STACK_TRANSITION_TYPE_NONE;

  if (child == GTK_WIDGET (self->hours_page))
    transition = GTK_STACK_TRANSITION_TYPE_OVER_LEFT;
  else if (gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->hours_page))
    transition = GTK_STACK_TRANSITION_TYPE_UNDER_RIGHT;
  gtk_stack_set_transition_type (self->pages, transition);
  gtk_stack_set_visible_child (self->pages, child);
}

/*
 * The focus goes from the header to @page, and before anything of the header is hidden: of two widgets that are hidden
 * around the focus before the next frame, GTK 4.8 keeps one for ever.
 */
static void
show_header (YzWindow *self, GtkWidget *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->header));

  if (had_focus)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  g_object_set (self->header, "page", self->page, "title",
                gtk_stack_page_get_title (gtk_stack_get_page (self->pages, page)), "visible",
                page == GTK_WIDGET (self->stations_page) || page == GTK_WIDGET (self->records_page), NULL);
  if (had_focus)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* Pages of a later version, which settings may name, are not there. */
static void
show_page (YzWindow *self)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->pages, self->page);

  if (child == NULL)
    {
      g_object_set (self, "page", "stations", NULL);
      return;
    }
  slide_to (self, child);
  show_header (self, child);
  if (child == GTK_WIDGET (self->guides_page))
    yz_guides_page_focus (self->guides_page);
  if (self->session != NULL)
    yz_window_update_actions (self);
}

static void
update_job_rows (GtkBox *box, guint position, guint removed, guint added, GListModel *jobs)
{
  GtkWidget *before = NULL;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  for (guint i = 0; i < position; i++)
    {
      before = child;
      child = gtk_widget_get_next_sibling (child);
    }
  for (guint i = 0; i < removed; i++)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (box, child);
      child = next;
    }
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (YzJob) job = g_list_model_get_item (jobs, position + i);
      GtkWidget *row = yz_job_row_new (job);

      gtk_box_insert_child_after (box, row, before);
      before = row;
    }
}

/* Also the first page may have to wait: the sample is being made. */
static void
on_jobs_changed (YzWindow *self, guint position, guint removed, guint added, GListModel *jobs)
{
  update_job_rows (self->jobs_box, position, removed, added, jobs);
  update_job_rows (self->welcome_jobs_box, position, removed, added, jobs);
}

static void
on_store_notify (YzWindow *self)
{
  gboolean open = yz_session_get_store (self->session) != NULL;

  /* what is edited belongs to the workspace before; its draft is kept */
  yz_hours_page_set_edit (self->hours_page, NULL, NULL);
  if (g_str_equal (self->page, "hours"))
    g_object_set (self, "page", "stations", NULL);
  gtk_stack_set_visible_child_name (self->stack, open ? "work" : "welcome");
  yz_window_update_actions (self);
}

static void
set_session (YzWindow *self, YzSession *session)
{
  g_autofree char *author = yz_preferences_dup_author ();
  g_autoptr (YzRecords) records = yz_records_new (session);
  g_autoptr (YzInventory) inventory = yz_inventory_new (session);
  g_autoptr (YzStockAlarm) alarm = yz_stock_alarm_new (inventory);
  g_autoptr (YzGuides) guides = NULL;

  self->session = session;
  self->stations = yz_stations_new (session);
  g_object_set (self->records_page, "records", records, NULL);
  g_object_set (self->inventory_page, "inventory", inventory, NULL);
  g_object_set (self->sidebar, "alarm", alarm, NULL);
  guides = yz_guides_new (self->stations);
  g_object_set (self->guides_page, "guides", guides, NULL);
  yz_session_set_author (session, author);
  g_signal_connect_object (session, "applied", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-undo", G_CALLBACK (yz_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-redo", G_CALLBACK (yz_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (yz_session_get_jobs (session), "items-changed", G_CALLBACK (on_jobs_changed), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATIONS]);
}

/* The name in the preferences may change while the window is open. */
static void
on_author_changed (YzWindow *self)
{
  g_autofree char *author = yz_preferences_dup_author ();

  if (self->session != NULL)
    yz_session_set_author (self->session, author);
}

static gboolean
yz_window_close_request (GtkWindow *window)
{
  YzWindow *self = YZ_WINDOW (window);
  g_autoptr (GError) error = NULL;

  /* the workspace itself is safe; only the day's backup can have failed */
  if (self->session != NULL && !yz_session_close (self->session, &error))
    g_warning ("%s", error->message);

  return GTK_WINDOW_CLASS (yz_window_parent_class)->close_request (window);
}

static void
yz_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzWindow *self = YZ_WINDOW (object);

  switch ((YzWindowProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_STATIONS:
      g_value_set_object (value, self->stations);
      break;
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzWindow *self = YZ_WINDOW (object);

  if ((prop_id == PROP_VIEW && yz_set_str (&self->view, g_value_get_string (value))) ||
      (prop_id == PROP_PAGE && yz_set_str (&self->page, g_value_get_string (value))))
    g_object_notify_by_pspec (object, pspec);
}

static void
yz_window_dispose (GObject *object)
{
  YzWindow *self = YZ_WINDOW (object);

  /* the session may outlive the window's widgets */
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (yz_session_get_jobs (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_clear_weak_pointer (&self->announcement);
  g_clear_object (&self->stations);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (yz_window_parent_class)->dispose (object);
}

static void
yz_window_finalize (GObject *object)
{
  YzWindow *self = YZ_WINDOW (object);

  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->page, g_free);

  G_OBJECT_CLASS (yz_window_parent_class)->finalize (object);
}

static void
yz_window_class_init (YzWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_window_get_property;
  object_class->set_property = yz_window_set_property;
  object_class->dispose = yz_window_dispose;
  object_class->finalize = yz_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = yz_window_close_request;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YZ_TYPE_SESSION, readable);
  properties[PROP_STATIONS] = g_param_spec_object ("stations", NULL, NULL, YZ_TYPE_STATIONS, readable);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, readable | G_PARAM_WRITABLE);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, readable | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_property_action (widget_class, "win.view", "view");
  gtk_widget_class_install_property_action (widget_class, "win.page", "page");
  yz_window_install_actions (widget_class);

  g_type_ensure (YZ_TYPE_GUIDES_PAGE);
  g_type_ensure (YZ_TYPE_HEADER);
  g_type_ensure (YZ_TYPE_RECORDS_PAGE);
  g_type_ensure (YZ_TYPE_HOURS_PAGE);
  g_type_ensure (YZ_TYPE_IMPORT_PAGE);
  g_type_ensure (YZ_TYPE_INVENTORY_PAGE);
  g_type_ensure (YZ_TYPE_SIDEBAR);
  g_type_ensure (YZ_TYPE_STATIONS_PAGE);
  g_type_ensure (YZ_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/yz-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YzWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, header);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, jobs_box);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, welcome_jobs_box);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, stations_page);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, records_page);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, inventory_page);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, guides_page);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, import_page);
  gtk_widget_class_bind_template_child (widget_class, YzWindow, hours_page);
  gtk_widget_class_bind_template_callback (widget_class, on_hours_closed);
  gtk_widget_class_bind_template_callback (widget_class, yz_window_tell_saved);
}

static void
yz_window_init (YzWindow *self)
{
  GSettings *settings = self->settings = g_settings_new (APP_ID);

  self->view = g_strdup ("split");
  self->page = g_strdup ("stations");
  gtk_widget_init_template (GTK_WIDGET (self));
  yz_tooltips_keep_short_lines (GTK_WINDOW (self));
  g_settings_bind (settings, "window-width", self, "default-width", YZ_SETTINGS_REMEMBER);
  g_settings_bind (settings, "window-height", self, "default-height", YZ_SETTINGS_REMEMBER);
  g_settings_bind (settings, "window-maximized", self, "maximized", YZ_SETTINGS_REMEMBER);
  g_settings_bind (settings, "arrangement", self, "view", YZ_SETTINGS_REMEMBER);
  g_signal_connect (self, "notify::page", G_CALLBACK (show_page), NULL);
  g_settings_bind (settings, "last-page", self, "page", YZ_SETTINGS_REMEMBER);
  /* neither an import nor an editor is gone on with the next day */
  if (g_str_equal (self->page, "import") || g_str_equal (self->page, "hours"))
    g_object_set (self, "page", "stations", NULL);
  show_page (self);
  g_signal_connect_object (settings, "changed::user-name", G_CALLBACK (on_author_changed), self, G_CONNECT_SWAPPED);
}

YzWindow *
yz_window_new (GtkApplication *application, YzClock *clock, YzIdFactory *ids)
{
  YzWindow *self = g_object_new (YZ_TYPE_WINDOW, "application", application, NULL);

  set_session (self, yz_session_new (clock, ids));
  yz_window_update_actions (self);
  return self;
}

YzSession *
yz_window_get_session (YzWindow *self)
{
  g_return_val_if_fail (YZ_IS_WINDOW (self), NULL);
  return self->session;
}

YzStations *
yz_window_get_stations (YzWindow *self)
{
  g_return_val_if_fail (YZ_IS_WINDOW (self), NULL);
  return self->stations;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  YzWindow *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (yz_session_open_finish (YZ_SESSION (source), result, &error))
    {
      yz_recent_add (self->file);
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_clear_object (&self->file);
  g_task_return_error (task, error);
}

void
yz_window_open_async (YzWindow *self, GFile *file, YzStoreFlags flags, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  const char *path = g_file_peek_path (file);

  g_return_if_fail (YZ_IS_WINDOW (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yz_window_open_async);
  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _ ("A workspace must lie on this computer. Copy it here first."));
      g_object_unref (task);
      return;
    }
  g_set_object (&self->file, file);
  yz_session_open_async (self->session, path, flags, on_opened, task);
}

gboolean
yz_window_open_finish (YzWindow *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
yz_window_shows (YzWindow *self, GFile *file)
{
  g_return_val_if_fail (YZ_IS_WINDOW (self), FALSE);

  if (self->file == NULL || file == NULL)
    return self->file == file;
  return g_file_equal (self->file, file);
}

/* libadwaita 1.2 frees a toast that is dismissed while it comes in, and goes on moving it. */
static void
reword (AdwToast *shown, AdwToast *toast)
{
  adw_toast_set_title (shown, adw_toast_get_title (toast));
  adw_toast_set_button_label (shown, adw_toast_get_button_label (toast));
  adw_toast_set_action_name (shown, NULL); /* whose target would for a moment be another's */
  adw_toast_set_action_target_value (shown, adw_toast_get_action_target_value (toast));
  adw_toast_set_action_name (shown, adw_toast_get_action_name (toast));
}

void
yz_window_add_toast (YzWindow *self, AdwToast *toast)
{
  gint64 now = g_get_monotonic_time ();

  g_return_if_fail (YZ_IS_WINDOW (self));

  /* news does not wait behind older news; an error stays until it is read */
  if (adw_toast_get_priority (toast) == ADW_TOAST_PRIORITY_NORMAL)
    {
      if (self->announcement != NULL && now < self->announced + COMING_IN)
        {
          reword (self->announcement, toast);
          g_object_unref (toast);
          return;
        }
      if (self->announcement != NULL)
        adw_toast_dismiss (self->announcement);
      g_set_weak_pointer (&self->announcement, toast);
      self->announced = now;
    }
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
yz_window_tell_error (YzWindow *self, const GError *error)
{
  g_autofree char *sentence = yz_error_to_sentence (error);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  yz_window_add_toast (self, toast);
}

gboolean
yz_window_shows_records (YzWindow *self)
{
  return g_str_equal (self->page, "records");
}

gboolean
yz_window_shows_hours (YzWindow *self)
{
  return g_str_equal (self->page, "hours") && yz_hours_page_get_edit (self->hours_page) != NULL;
}

gboolean
yz_window_activate (YzWindow *self, const char *name, GVariant *target)
{
  g_return_val_if_fail (YZ_IS_WINDOW (self), FALSE);
  return gtk_widget_activate_action_variant (gtk_stack_get_visible_child (self->pages), name, target);
}
