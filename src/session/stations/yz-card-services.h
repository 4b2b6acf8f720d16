/* The services of one station as its detail pane shows them. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

/**
 * YzCardService:
 * @code: of the service
 * @name: its full name
 * @short_name: two or three characters
 * @icon: name of its symbol
 * @state: nick: offered, paused, planned, impossible
 * @state_title: translated
 * @since: (nullable): civil date
 */
typedef struct
{
  char *code;
  char *name;
  char *short_name;
  char *icon;
  char *state;
  const char *state_title;
  char *since;
} YzCardService;

/**
 * yz_card_services_load:
 * @store: (nullable): without a workspace nothing is shown
 * @services: (nullable): the field of a station
 *
 * Returns: (transfer full) (nullable) (element-type YzCardService): in the order of the catalogue, so that a service
 *   stands at the same place in every station; %NULL with a %YZ_STORE_ERROR
 */
GPtrArray *yz_card_services_load (YzStore *store, GVariant *services, GError **error);

G_END_DECLS
