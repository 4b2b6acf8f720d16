/* What the files of the detail pane share. */
#pragma once

#include "yz-history-view.h"
#include "yz-inventory.h"
#include "yz-photos.h"
#include "yz-record-form.h"
#include "yz-station-detail.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _YzStationDetail
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkStack *tabs;
  GtkToggleButton *goods_button;
  GtkToggleButton *equipment_button;
  GtkToggleButton *history_button;
  GtkWidget *goods_view;
  GtkWidget *equipment_view;
  GtkImage *look_image;
  GtkLabel *word_label;
  GtkLabel *status_label;
  GtkWidget *tags;
  YzHistoryView *history_view;
  YzRecordForm *form;
  GMenu *state_verbs;

  YzStations *stations;
  YzStationCard *card;
  YzHistory *history;
  YzPhotos *photos;
  YzInventory *inventory; /* of the station, once somebody has looked */
  char *new_id; /* of the station that the form adds, otherwise NULL */
  gboolean closable;
};

/**
 * yz_station_detail_begin_edit:
 *
 * Shows the form for @draft in place of the card.
 */
void yz_station_detail_begin_edit (YzStationDetail *self, YzDraft *draft);

/**
 * yz_station_detail_update_actions:
 *
 * Says which verbs there are for the station that is shown.
 */
void yz_station_detail_update_actions (YzStationDetail *self);

/**
 * yz_station_detail_install_actions:
 *
 * The actions "detail.*".
 */
void yz_station_detail_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
