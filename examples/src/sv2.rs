//! Stratum V2: the 44 messages of the specification, as one set.
//!
//! Names, types and the order of the fields, which is the wire order, follow the specification.
#![allow(missing_docs, reason = "the specification documents the fields")]

use pool_codec::{FrameSet, RawFrame, Sv2Header};

pub mod common;
pub mod extensions;
pub mod job_declaration;
pub mod mining;
pub mod template_distribution;
pub mod types;

/// Any message of a Stratum V2 connection.
#[derive(Debug, Clone, PartialEq, FrameSet)]
// `ProvideMissingTransactionsSuccess` can fill a frame, whose length has 24 bits.
#[frames(header = Sv2Header, borrow, max_payload = 0xFF_FFFF)]
pub enum Sv2 {
    SetupConnection(common::SetupConnection),
    SetupConnectionSuccess(common::SetupConnectionSuccess),
    SetupConnectionError(common::SetupConnectionError),
    ChannelEndpointChanged(common::ChannelEndpointChanged),
    Reconnect(common::Reconnect),
    OpenStandardMiningChannel(mining::OpenStandardMiningChannel),
    OpenStandardMiningChannelSuccess(mining::OpenStandardMiningChannelSuccess),
    OpenMiningChannelError(mining::OpenMiningChannelError),
    OpenExtendedMiningChannel(mining::OpenExtendedMiningChannel),
    OpenExtendedMiningChannelSuccess(mining::OpenExtendedMiningChannelSuccess),
    NewMiningJob(mining::NewMiningJob),
    UpdateChannel(mining::UpdateChannel),
    UpdateChannelError(mining::UpdateChannelError),
    CloseChannel(mining::CloseChannel),
    SetExtranoncePrefix(mining::SetExtranoncePrefix),
    SubmitSharesStandard(mining::SubmitSharesStandard),
    SubmitSharesExtended(mining::SubmitSharesExtended),
    SubmitSharesSuccess(mining::SubmitSharesSuccess),
    SubmitSharesError(mining::SubmitSharesError),
    NewExtendedMiningJob(mining::NewExtendedMiningJob),
    SetNewPrevHash(mining::SetNewPrevHash),
    SetTarget(mining::SetTarget),
    SetCustomMiningJob(mining::SetCustomMiningJob),
    SetCustomMiningJobSuccess(mining::SetCustomMiningJobSuccess),
    SetCustomMiningJobError(mining::SetCustomMiningJobError),
    SetGroupChannel(mining::SetGroupChannel),
    AllocateMiningJobToken(job_declaration::AllocateMiningJobToken),
    AllocateMiningJobTokenSuccess(job_declaration::AllocateMiningJobTokenSuccess),
    ProvideMissingTransactions(job_declaration::ProvideMissingTransactions),
    ProvideMissingTransactionsSuccess(job_declaration::ProvideMissingTransactionsSuccess),
    DeclareMiningJob(job_declaration::DeclareMiningJob),
    DeclareMiningJobSuccess(job_declaration::DeclareMiningJobSuccess),
    DeclareMiningJobError(job_declaration::DeclareMiningJobError),
    PushSolution(job_declaration::PushSolution),
    CoinbaseOutputConstraints(template_distribution::CoinbaseOutputConstraints),
    NewTemplate(template_distribution::NewTemplate),
    TemplateSetNewPrevHash(template_distribution::SetNewPrevHash),
    RequestTransactionData(template_distribution::RequestTransactionData),
    RequestTransactionDataSuccess(template_distribution::RequestTransactionDataSuccess),
    RequestTransactionDataError(template_distribution::RequestTransactionDataError),
    SubmitSolution(template_distribution::SubmitSolution),
    RequestExtensions(extensions::RequestExtensions),
    RequestExtensionsSuccess(extensions::RequestExtensionsSuccess),
    RequestExtensionsError(extensions::RequestExtensionsError),
    #[frame(other)]
    Unknown(RawFrame),
}

/// Returns the sub-protocol that a frame id belongs to, by the ranges of the specification (section 4).
#[must_use]
pub const fn protocol_of(id: u32) -> &'static str {
    match (id >> 8 & 0x7FFF, id & 0xFF) {
        (0, 0x00..=0x0F) => "common",
        (0, 0x10..=0x4F) => "mining",
        (0, 0x50..=0x6F) => "job_declaration",
        (0, 0x70..=0x7F) => "template_distribution",
        (1, _) => "extensions",
        _ => "unknown",
    }
}
