/* What the window's own files share. */
#pragma once

#include "yz-guides-page.h"
#include "yz-header.h"
#include "yz-hours-page.h"
#include "yz-records-page.h"
#include "yz-import-page.h"
#include "yz-inventory-page.h"
#include "yz-stations-page.h"
#include "yz-window.h"

G_BEGIN_DECLS

struct _YzWindow
{
  AdwApplicationWindow parent_instance;

  YzSession *session;
  YzStations *stations;
  GSettings *settings; /* kept, or their signals would end */
  GFile *file;         /* of the workspace, also while it is being opened */
  char *view;
  char *page;

  AdwToastOverlay *toast_overlay;
  AdwToast *announcement; /* weak: of the newest change, while it is shown or waits */
  gint64 announced;       /* when it began to be shown, monotonic */
  GtkStack *stack;
  YzHeader *header;
  GtkWidget *sidebar;
  GtkBox *jobs_box;
  GtkBox *welcome_jobs_box;
  GtkStack *pages;
  YzStationsPage *stations_page;
  YzRecordsPage *records_page;
  YzInventoryPage *inventory_page;
  YzGuidesPage *guides_page;
  YzImportPage *import_page;
  YzHoursPage *hours_page;
};

/**
 * yz_window_shows_records:
 *
 * Returns: whether the page of records is open, not the Stations page
 */
gboolean yz_window_shows_records (YzWindow *self);

/**
 * yz_window_shows_hours:
 *
 * Returns: whether the editor of opening hours is open
 */
gboolean yz_window_shows_hours (YzWindow *self);

/**
 * yz_window_install_actions:
 *
 * Gives every window its verbs.
 */
void yz_window_install_actions (GtkWidgetClass *widget_class);

/**
 * yz_window_update_actions:
 *
 * Enables those that make sense now.
 */
void yz_window_update_actions (YzWindow *self);

G_END_DECLS
