/**
 * The keys seen in captures and named by clients, place by place, so that a payload of the newest
 * style cannot lose one unnoticed.
 */
export const SEEN_KEYS = {
  status: words(`
    status_id name charging_power max_available_power charging_speed added_energy
    added_grid_energy added_green_energy added_discharged_energy added_range charging_time cost
    depot_price depot_name finished last_sync current_mode state_of_charge preventive_discharge
    power_sharing_status ocpp_status mid_status grid pru user_id user_name car_id car_plate
    config_data`),
  config: words(`
    charger_id owner_id group_id unlock_user_id uid serial_number name language locked auto_lock
    auto_lock_time multiuser show_name show_lastname show_email show_profile show_default_user
    gesture_status charger_has_image dca_status contract_charging_available max_charging_current
    max_charging_unit max_charging_value max_available_current icp_max_current home_sharing
    grid_type purchased_power power_sharing_config connection_type charger_load_type energy_price
    energyCost currency tariffs plan country state timezone zipcode part_number software
    operation_mode ocpp_ready remote_action live_refresh_time update_refresh_time sync_timestamp
    available ecosmart phase_switch home_power_export_setpoint sim_iccid user_socket_locking
    session_segment_length rfid_type sha256_charger_image mid_enabled mid_margin mid_margin_unit
    mid_serial_number mid_status`),
  listed: words(`
    id uid access name status chargerType ocppReady ocppConnectionStatus connectionType locked
    maxChargingCurrent addedEnergy chargingPower chargingTime energyUnit powerUnit image
    lastConnection lastSync wifiSignal chargerLoadType energyPrice software state operationMode
    midStatus remoteAction`),
  chargerData: words(`
    id uid groupUid uniqueIdentifier serialNumber name group chargerType softwareVersion
    softwareUpdatedAt status ocppConnectionStatus ocppReady stateOfCharge maxChgCurrent
    maxAvailableCurrent maxChargingCurrent locked lastConnection lastSync wifiSignal
    connectionType protocolCommunication chargerLoadName chargerLoadId chargingType connectorType
    accessType powerSharingStatus resume`),
};

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
